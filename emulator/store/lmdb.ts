import { open } from 'lmdb'
import type { Store } from '../parts'
import { lmdbFiles } from './lmdb-files'
import { stored } from './not-stored'

/** Raised when what is written on disk changes its meaning; an older folder is refused rather than misread. */
const FORMAT = 1

/**
 * Opens the durable store in a folder, which is created when missing.
 *
 * A promise resolves when the batch is flushed to disk (`overlappingSync` off: a commit is a flush). Batches that are under
 * way at the same time share one flush, so concurrency costs little. One process at a time may hold the folder.
 * @throws when the folder was written in another format; from then on `NotStored` for what the disk does not take
 */
export function lmdbStore(dir: string): Store {
  const root = open({ path: dir, overlappingSync: false, noSubdir: false })
  const meta = root.openDB<number, string>({ name: 'meta' })
  const names = root.openDB<true, string>({ name: 'collections' })
  const documents = root.openDB<string, [collection: string, id: string]>({
    name: 'documents',
    encoding: 'string',
  })
  const files = lmdbFiles(root)

  const written = meta.get('format')
  if (written === undefined) meta.putSync('format', FORMAT)
  else if (written !== FORMAT)
    throw new Error(`${dir} is in format ${written}, this emulator reads ${FORMAT}`)

  return {
    *load() {
      for (const { key, value } of documents.getRange()) {
        yield { collection: key[0], id: key[1], doc: value }
      }
    },
    collections: () => [...names.getKeys()],
    createCollection: async (name) => {
      await stored(names.put(name, true))
    },
    apply: async (changes) => {
      await stored(
        documents.transaction(() => {
          for (const { collection, id, doc } of changes) {
            if (doc === null) documents.removeSync([collection, id])
            else documents.putSync([collection, id], doc)
          }
        }),
      )
    },
    files,
    clear: async () => {
      await stored(
        root.transaction(() => {
          documents.clearSync()
          names.clearSync()
          files.clearSync()
        }),
      )
    },
    close: () => root.close(),
  }
}
