import type { FunctionConfig } from './functions'
import type { Keys } from './keys'

/** Functions that neither read nor write what is sealed. */
const WITHOUT_KEYS = ['stations', 'clock']

/** What a function is given of what is secret, and of how messages are sent. */
const takesKeys = (name: string): boolean => !WITHOUT_KEYS.includes(name)

const sendsMessages = ({ permissions }: FunctionConfig): boolean =>
  permissions.openapi.includes('subscribeMessage.send')

/** The variables that a function is to have, whatever it has besides. */
export function variablesFor(
  name: string,
  config: FunctionConfig,
  { keys, environment }: { keys: Keys; environment: NodeJS.ProcessEnv },
): Record<string, string> {
  return { ...(takesKeys(name) && keys), ...(sendsMessages(config) && templatesIn(environment)) }
}

/** Every template that is named in the environment. */
function templatesIn(environment: NodeJS.ProcessEnv): Record<string, string> {
  const templates = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[0].startsWith('TEMPLATE_') && Boolean(entry[1]),
  )
  return Object.fromEntries(templates)
}
