import type { Cloud } from './cloud'
import { DeployFailure } from './failure'
import type { Change, Step } from './steps'

type Document = { _id: string; [field: string]: unknown }

/**
 * Adds the documents that are not there yet, collection by collection. What is there is left as it is: somebody may have changed it since.
 * Menus are a beginning: a kitchen that has others gets none.
 */
export const documentStep = (cloud: Cloud, first: Readonly<Record<string, Document[]>>): Step => ({
  title: '第一批资料',
  async look() {
    const there = await cloud.collections()
    const changes: Change[] = []
    for (const [collection, documents] of Object.entries(first)) {
      const missing = there.includes(collection) ? await missingOf(cloud, collection, documents) : documents
      if (missing.length === 0) continue
      const apply = async () => {
        await cloud.insert(collection, asBrought(collection, missing))
        const left = await missingOf(cloud, collection, missing)
        if (left.length > 0)
          throw new DeployFailure(
            `${collection} 里还差 ${left.length} 份没有写进去（${left[0]?._id}…）。请再运行一次，只补缺的。`,
          )
      }
      changes.push({ what: `写入 ${collection} ${missing.length} 份`, apply })
    }
    return { changes }
  },
})

/** What sittings follow is not followed yet by those that exist: the clock sees to it. */
const followed = ['plans', 'menus']

const asBrought = (collection: string, documents: readonly Document[]): Document[] =>
  documents.map((document) => (followed.includes(collection) ? { ...document, isAligned: false } : document))

async function missingOf(
  cloud: Cloud,
  collection: string,
  documents: readonly Document[],
): Promise<Document[]> {
  const ids = documents.map(({ _id }) => _id)
  const there = new Set((await cloud.found(collection, ids, ['_id'])).map(({ _id }) => _id))
  const missing = documents.filter(({ _id }) => !there.has(_id))
  return collection === 'menus' ? ofBeginners(cloud, missing, ids) : missing
}

/** Menus of the kitchens that have none but these. */
async function ofBeginners(
  cloud: Cloud,
  menus: readonly Document[],
  ids: readonly string[],
): Promise<Document[]> {
  const kitchens = [...new Set(menus.map(({ kitchenId }) => String(kitchenId)))]
  const writing = new Set<unknown>()
  for (const kitchenId of kitchens)
    if (await cloud.hasOthers('menus', { kitchenId }, ids)) writing.add(kitchenId)
  return menus.filter(({ kitchenId }) => !writing.has(kitchenId))
}
