import { templatesOf, templateVariable } from '#types/templates'
import { DeployFailure } from './failure'
import type { FunctionConfig } from './functions'
import type { Keys } from './keys'

/** Functions that neither read nor write what is sealed. */
const WITHOUT_KEYS = ['stations', 'clock']

/** What a function is given of what is secret, and of how messages are sent. */
const takesKeys = (name: string): boolean => !WITHOUT_KEYS.includes(name)

const sendsMessages = ({ permissions }: FunctionConfig): boolean =>
  permissions.openapi.includes('subscribeMessage.send')

type Held = Readonly<Record<string, string>>

/**
 * The variables that a function is to have, whatever it has besides.
 * @param held those that it has
 * @throws DeployFailure for templates that it could not start with
 */
export function variablesFor(
  name: string,
  config: FunctionConfig,
  { keys, environment, held = {} }: { keys: Keys; environment: NodeJS.ProcessEnv; held?: Held },
): Record<string, string> {
  const templates = sendsMessages(config) ? templatesIn(environment) : {}
  requireTemplates(name, { ...held, ...templates })
  return { ...(takesKeys(name) && keys), ...templates }
}

/** Every template that is named in the environment. */
export function templatesIn(environment: NodeJS.ProcessEnv): Record<string, string> {
  const named = Object.values(templateVariable).map((variable) => [variable, environment[variable]?.trim()])
  return Object.fromEntries(named.filter(([, text]) => text))
}

/** A function reads its templates as it starts: with one that cannot be used it answers nobody. */
function requireTemplates(name: string, variables: Held): void {
  try {
    templatesOf(variables)
  } catch (error) {
    const fault = error instanceof Error ? error.message : error
    throw new DeployFailure(`云函数 ${name} 用这样的模板开不起来，什么也没有改。${fault}`)
  }
}
