import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import CloudBase from '@cloudbase/manager-node'
import { compressToZip } from '@cloudbase/manager-node/lib/utils'
import type { CollectionSpec } from '../../emulator/parts'
import { activeFunction, settledFunction } from './active-function'
import { DeployFailure, isNotFound } from './failure'

type IndexKeys = CollectionSpec['indexes'][number]['keys']

/** An index as the environment has it. */
export interface HeldIndex {
  name: string
  keys: IndexKeys
  unique: boolean
}

/** A function as the environment has it; time-out in seconds, memory in MB. */
export interface HeldFunction {
  status: string
  runtime: string
  timeout: number
  memory: number
  variables: Record<string, string>
  triggers: Trigger[]
}

/** A timer: seven fields, second to year, in UTC+8. */
export interface Trigger {
  name: string
  type: string
  config: string
}

/** What a function is to be like. */
export interface WantedFunction {
  name: string
  handler: string
  runtime: string
  timeout: number
  memorySize: number
  installDependency: boolean
  envVariables: Record<string, string>
}

/** Who signs, and for which environment. `pause` is for how many milliseconds a function that is being changed is left alone. */
interface Access {
  secretId: string
  secretKey: string
  token?: string
  envId: string
  region?: string
  pause?: number | undefined
}

type Document = Record<string, unknown>

/** A zip may have so many bytes inside a request; a larger one goes through Tencent's object storage. */
const LARGEST_ZIP = 1.5 * 1024 * 1024

/** So many names, or documents, go into one request. */
const PAGE = 100

/** The environment, as far as a deployment reads and changes it. Every call rejects with what the API answers where it refuses. */
export function openCloud({ pause = 1000, ...access }: Access) {
  const manager = new CloudBase(access)
  const { database, storage, functions, env } = manager
  const { envId: EnvId } = access
  // The client's own looks a second late and goes on looking for five minutes when a change has failed.
  const settled = async (name: string): Promise<void> => {
    await settledFunction(() => functions.getFunctionDetail(name), name, pause)
  }
  functions.waitFunctionActive = settled
  const active = (name: string) => activeFunction(() => functions.getFunctionDetail(name), name, pause)
  const call = (Action: string, Param: object) =>
    manager.commonService('tcb', '2018-06-08').call({ Action, Param: { EnvId, ...Param } })
  const command = async (TableName: string, CommandType: string, body: object): Promise<Document[]> => {
    const MgoCommands = [{ TableName, CommandType, Command: JSON.stringify(body) }]
    const { Data } = await database.runCommands({ MgoCommands })
    return CommandType === 'QUERY' ? rowsIn(Data[0]) : []
  }
  const isAny = async (collection: string, filter: object): Promise<boolean> => {
    const some = { find: collection, filter, projection: { _id: 1 }, limit: 1 }
    return (await command(collection, 'QUERY', some)).length > 0
  }

  return {
    /** Undefined where there is none of that id. */
    async environment(): Promise<EnvironmentInfo | undefined> {
      try {
        const { EnvInfo } = await env.describeEnvInfo({ EnvId })
        return EnvInfo?.EnvBaseInfo as EnvironmentInfo | undefined
      } catch (error) {
        if (isNotFound(error)) return undefined
        throw error
      }
    },
    async collections(): Promise<string[]> {
      const names: string[] = []
      for (let page: string[] = [], offset = 0; offset === 0 || page.length === PAGE; offset += PAGE) {
        const { Collections } = await database.listCollections({ MgoLimit: PAGE, MgoOffset: offset })
        page = Collections.map(({ CollectionName }) => CollectionName)
        names.push(...page)
      }
      return names
    },
    createCollection: (name: string) => database.createCollection(name),
    async indexes(collection: string): Promise<HeldIndex[]> {
      const { Indexes = [] } = await database.describeCollection(collection)
      return Indexes.map(({ Name, Keys, Unique }) => ({
        name: Name,
        keys: Keys.map(({ Name: field = '', Direction = '' }) => [field, wayIn(Direction)]),
        unique: Unique,
      }))
    },
    createIndex: (collection: string, name: string, keys: IndexKeys, unique: boolean) =>
      database.updateCollection(collection, {
        CreateIndexes: [
          {
            IndexName: name,
            MgoKeySchema: {
              MgoIsUnique: unique,
              MgoIndexKeys: keys.map(([Name, way]) => ({ Name, Direction: String(way) })),
            },
          },
        ],
      }),
    async permission(CollectionName: string): Promise<string> {
      return (await call('DescribeDatabaseACL', { CollectionName })).AclTag
    },
    setPermission: (CollectionName: string, AclTag: string) =>
      call('ModifyDatabaseACL', { CollectionName, AclTag }),
    storageRule: () => storage.getStorageAcl({ withRule: true }),
    setStorageRule: (rule: StorageRule) => storage.setStorageAcl('CUSTOM', rule),
    /** Documents with these ids, and of them these fields. */
    async found(collection: string, ids: readonly string[], fields: readonly string[]): Promise<Document[]> {
      const rows: Document[] = []
      const projection = Object.fromEntries(fields.map((field) => [field, 1]))
      for (const some of pages(ids)) {
        const filter = { _id: { $in: some } }
        rows.push(
          ...(await command(collection, 'QUERY', { find: collection, filter, projection, limit: PAGE })),
        )
      }
      return rows
    },
    async isEmpty(collection: string): Promise<boolean> {
      return !(await isAny(collection, {}))
    },
    /** Whether there is a document with these fields that has none of these ids. */
    hasOthers: (collection: string, fields: Record<string, string>, ids: readonly string[]) =>
      isAny(collection, { ...fields, _id: { $nin: ids } }),
    async insert(collection: string, documents: readonly Document[]): Promise<void> {
      for (const some of pages(documents))
        await command(collection, 'INSERT', { insert: collection, documents: some, ordered: false })
    },
    /** Null where there is none. */
    async function(name: string): Promise<HeldFunction | null> {
      try {
        const held = await functions.getFunctionDetail(name)
        return {
          status: held.Status,
          runtime: held.Runtime,
          timeout: held.Timeout,
          memory: held.MemorySize,
          variables: Object.fromEntries(
            (held.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value]),
          ),
          triggers: (held.Triggers ?? []).map(({ TriggerName, Type, TriggerDesc }) => ({
            name: TriggerName,
            type: Type,
            config: cronIn(TriggerDesc),
          })),
        }
      } catch (error) {
        if (isNotFound(error, 'Function')) return null
        throw error
      }
    },
    deleteFunction: (name: string) => functions.deleteFunction({ name }),
    async createFunction(func: WantedFunction, folder: string): Promise<void> {
      await functions.createFunction({ func, ...(await codeIn(folder)) })
      await active(func.name)
    },
    async updateCode(func: WantedFunction, folder: string): Promise<void> {
      await functions.updateFunctionCode({ func, ...(await codeIn(folder)) })
      await active(func.name)
    },
    async updateSettings({ name, timeout, memorySize, envVariables }: WantedFunction): Promise<void> {
      await settled(name) // whoever broke off an earlier run may have left it in the middle of a change
      await functions.updateFunctionConfig({ name, timeout, memorySize, envVariables })
      await active(name)
    },
    async createTrigger(name: string, trigger: Trigger): Promise<void> {
      await settled(name)
      await functions.createFunctionTriggers(name, [trigger])
    },
    async deleteTrigger(name: string, trigger: string): Promise<void> {
      await settled(name)
      await functions.deleteFunctionTrigger(name, trigger)
    },
  }
}

export type Cloud = ReturnType<typeof openCloud>

/** A security rule of cloud storage: who reads, who writes. */
export type StorageRule = Parameters<CloudBase['storage']['setStorageAcl']>[1] & object

/** What `DescribeEnvInfo` says, as far as it is read. */
interface EnvironmentInfo {
  EnvId: string
  Alias?: string
  Status?: string
  /** `Backend` is `cbf` where functions are those of the second version. */
  Functions?: { Namespace: string; Backend?: string }[]
}

function wayIn(direction: string): IndexKeys[number][1] {
  if (direction === '2dsphere') return direction
  return Number(direction) < 0 ? -1 : 1
}

/** A timer is told as `{"cron":"…"}` by some answers and bare by others. */
function cronIn(told: string): string {
  if (!told.startsWith('{')) return told
  return (JSON.parse(told) as { cron?: string }).cron ?? ''
}

/** The answer to one query: a list, as text, of documents, as texts. */
const rowsIn = (text = '[]'): Document[] =>
  (JSON.parse(text) as string[]).map((row) => JSON.parse(row) as Document)

const pages = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / PAGE) }, (_, nth) => all.slice(nth * PAGE, (nth + 1) * PAGE))

/** A folder as a request carries it. */
async function codeIn(folder: string): Promise<{ base64Code: string } | { functionPath: string }> {
  const temporary = mkdtempSync(join(tmpdir(), 'silver-station-'))
  const zip = join(temporary, 'code.zip')
  try {
    await compressToZip({ dirPath: folder, outputPath: zip, ignore: [] })
    const content = readFileSync(zip)
    if (content.length === 0) throw new DeployFailure(`${folder} 里没有代码。`)
    return content.length > LARGEST_ZIP
      ? { functionPath: folder }
      : { base64Code: content.toString('base64') }
  } finally {
    rmSync(temporary, { recursive: true })
  }
}
