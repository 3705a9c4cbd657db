import { isDeepStrictEqual } from 'node:util'
import type { CollectionSpec, Collections } from '../../emulator/parts'
import type { Cloud, HeldIndex } from './cloud'
import { DeployFailure } from './failure'
import type { Change, Step } from './steps'

type Index = CollectionSpec['indexes'][number]

/** Only functions and the console read and write: the phone never does. */
const PERMISSION = 'ADMINONLY'

/** What every collection has of itself. */
const OWN_INDEXES = ['_id_', '_openid_1']

/** Makes the collections that are missing, closes them to phones, and makes the indexes that are missing. Drops nothing. */
export function collectionSteps(cloud: Cloud, wanted: Collections): Step[] {
  const known = async () => {
    const there = await cloud.collections()
    return Object.entries(wanted).map(([name, spec]) => ({ name, ...spec, isThere: there.includes(name) }))
  }
  return [
    {
      title: '集合',
      async look() {
        const missing = (await known()).filter(({ isThere }) => !isThere)
        return {
          changes: missing.map(({ name }) => ({
            what: `建集合 ${name}`,
            apply: () => cloud.createCollection(name),
          })),
        }
      },
    },
    {
      title: '集合的权限',
      async look() {
        const changes: Change[] = []
        for (const { name, isThere } of await known())
          if (!isThere || (await cloud.permission(name)) !== PERMISSION) changes.push(closing(cloud, name))
        return { changes }
      },
    },
    {
      title: '索引',
      async look() {
        const changes: Change[] = []
        const notes: string[] = []
        for (const { name, indexes, isThere } of await known()) {
          const held = isThere ? await cloud.indexes(name) : []
          changes.push(...missingIn(held, indexes).map((index) => making(cloud, name, index)))
          notes.push(
            ...extraIn(held, indexes).map((one) => `${name} 多一个索引 ${one.name}，用不到，没有删。`),
          )
        }
        return { changes, notes }
      },
    },
  ]
}

/** Answers only when the permission is read back as it was set: a collection that stays open to phones is no small thing. */
const closing = (cloud: Cloud, name: string): Change => ({
  what: `设权限 ${name}：只有云函数和控制台能读写`,
  async apply() {
    await cloud.setPermission(name, PERMISSION)
    const now = await cloud.permission(name)
    if (now !== PERMISSION)
      throw new DeployFailure(
        `集合 ${name} 的权限没有设成：设的是 ${PERMISSION}，读回来是 ${now}。请在控制台里改成“仅管理端可读写”，再运行一次。`,
      )
  },
})

const making = (cloud: Cloud, collection: string, { name, keys, unique = false }: Index): Change => ({
  what: `建索引 ${collection}.${name}（${keys.map(([field]) => field).join('、')}）`,
  apply: () => cloud.createIndex(collection, name, keys, unique),
})

/**
 * Indexes that are not there, each by a name that is free. Whether one is there is seen by its fields: whoever made it by hand may
 * have called it otherwise, and two of the same fields are refused.
 */
function missingIn(held: readonly HeldIndex[], wanted: readonly Index[]): Index[] {
  const taken = new Set(held.map(({ name }) => name))
  return wanted
    .filter((index) => !held.some((one) => isSame(one, index)))
    .map((index) => ({ ...index, name: freeName(index.name, taken) }))
}

const extraIn = (held: readonly HeldIndex[], wanted: readonly Index[]): HeldIndex[] =>
  held.filter((one) => !OWN_INDEXES.includes(one.name) && !wanted.some((index) => isSame(one, index)))

const isSame = (one: HeldIndex, { keys, unique = false }: Index): boolean =>
  isDeepStrictEqual(one.keys, keys) && one.unique === unique

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let nth = 2, free = name; ; free = `${name}_${nth++}`) if (!taken.has(free)) return free
}
