import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cloud, HeldFunction, Trigger, WantedFunction } from './cloud'
import type { Change, Findings, Step } from './steps'

/** What a function's `config.json` says: seconds, timers, and what it asks of WeChat. */
export interface FunctionConfig {
  timeout: number
  permissions: { openapi: string[] }
  triggers?: Trigger[]
}

/** A function as it was built, and the variables that it is to have; null takes one away. */
export interface BuiltFunction {
  name: string
  folder: string
  config: FunctionConfig
  variables: Record<string, string | null>
}

/** Which code a function runs is kept beside it, written after the code: an upload that was broken off is done again. */
const DIGEST = 'CODE_DIGEST'

const RUNTIME = 'Nodejs20.19'
const MEMORY = 256

/**
 * Makes each function, or brings code, settings, variables and timers up to date; variables that are not ours stay.
 * @param requireKeys throws where its keys may not be replaced
 */
export const functionStep = (
  cloud: Cloud,
  built: BuiltFunction,
  isAnew: boolean,
  requireKeys: (held: HeldFunction | null) => void,
): Step => ({
  title: `云函数 ${built.name}`,
  async look(): Promise<Findings> {
    const held = await cloud.function(built.name) // again: another run may have made it since the survey, with keys of its own
    requireKeys(held)
    const isThere = held !== null && held.status !== 'CreateFailed' // what is left of a failure is taken away
    const wanted = wantedFunction(built, isThere ? held.variables : {})
    if (!isThere)
      return {
        changes: [making(cloud, built, { wanted, held }), ...timerChanges(cloud, built, [])],
      }
    const isOldCode = isAnew || held.variables[DIGEST] !== wanted.envVariables[DIGEST]
    return {
      changes: [
        ...(isOldCode ? [{ what: '上传代码', apply: () => cloud.updateCode(wanted, built.folder) }] : []),
        ...settingChanges(cloud, wanted, held),
        ...timerChanges(cloud, built, held.triggers),
      ],
      notes: [...runtimeNotes(held), ...timerNotes(built, held)],
    }
  },
})

const making = (
  cloud: Cloud,
  { name, folder }: BuiltFunction,
  { wanted, held }: { wanted: WantedFunction; held: HeldFunction | null },
): Change => ({
  what: `新建（${RUNTIME}，最长 ${wanted.timeout} 秒，变量 ${namesOf(wanted.envVariables)}）`,
  async apply() {
    if (held) await cloud.deleteFunction(name)
    await cloud.createFunction(wanted, folder)
  },
})

function wantedFunction({ name, folder, config, variables }: BuiltFunction, held: Record<string, string>) {
  const merged = { ...held, ...variables, [DIGEST]: digestOf(folder) }
  const kept = Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== null)
  return {
    name,
    handler: 'index.main',
    runtime: RUNTIME,
    timeout: config.timeout,
    memorySize: MEMORY,
    installDependency: false,
    envVariables: Object.fromEntries(kept),
  } satisfies WantedFunction
}

function settingChanges(cloud: Cloud, wanted: WantedFunction, held: HeldFunction): Change[] {
  const names = new Set([...Object.keys(held.variables), ...Object.keys(wanted.envVariables)])
  const changed = [...names].filter((name) => held.variables[name] !== wanted.envVariables[name])
  const words = [
    held.timeout !== wanted.timeout && `最长 ${wanted.timeout} 秒`,
    held.memory !== wanted.memorySize && `内存 ${wanted.memorySize} MB`,
    changed.length > 0 && `变量 ${changed.join('、')}`,
  ].filter((part) => part !== false)
  if (words.length === 0) return []
  return [{ what: `改设置（${words.join('，')}）`, apply: () => cloud.updateSettings(wanted) }]
}

function timerChanges(cloud: Cloud, { name, config }: BuiltFunction, held: readonly Trigger[]): Change[] {
  return (config.triggers ?? []).flatMap((trigger): Change[] => {
    const same = held.find((one) => one.name === trigger.name)
    if (same?.config === trigger.config) return []
    const apply = async () => {
      if (same) await cloud.deleteTrigger(name, trigger.name) // one of that name is never replaced
      await cloud.createTrigger(name, trigger)
    }
    return [{ what: `${same ? '改' : '建'}定时 ${trigger.name}（${trigger.config}）`, apply }]
  })
}

const runtimeNotes = ({ runtime }: HeldFunction): string[] =>
  runtime === RUNTIME ? [] : [`运行环境是 ${runtime}，不是 ${RUNTIME}：能用，建好以后改不了。`]

/** A timer that is no longer ours goes on calling the function. */
const timerNotes = ({ config }: BuiltFunction, held: HeldFunction): string[] =>
  held.triggers
    .filter(({ name }) => !config.triggers?.some((one) => one.name === name))
    .map(({ name }) => `多一个定时 ${name}，没有删：到时间还会叫这个云函数。`)

const namesOf = (variables: object): string => Object.keys(variables).sort().join('、')

/** What a folder holds, whenever and wherever it was built. */
function digestOf(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort())
    hash.update(`${name}\0`).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 32)
}
