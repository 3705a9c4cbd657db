import type { Cloud } from './cloud'
import { DeployFailure } from './failure'
import type { Change, Step } from './steps'

type Document = { _id: string; [field: string]: unknown }

/** Adds the documents that are not there yet, collection by collection. What is there is left as it is: somebody may have changed it since. */
export const documentStep = (cloud: Cloud, first: Readonly<Record<string, Document[]>>): Step => ({
  title: '第一批资料',
  async look() {
    const there = await cloud.collections()
    const changes: Change[] = []
    for (const [collection, documents] of Object.entries(first)) {
      const missing = there.includes(collection) ? await missingOf(cloud, collection, documents) : documents
      if (missing.length === 0) continue
      const apply = async () => {
        await cloud.insert(collection, missing)
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

async function missingOf(
  cloud: Cloud,
  collection: string,
  documents: readonly Document[],
): Promise<Document[]> {
  const ids = documents.map(({ _id }) => _id)
  const there = new Set((await cloud.found(collection, ids, ['_id'])).map(({ _id }) => _id))
  return documents.filter(({ _id }) => !there.has(_id))
}
