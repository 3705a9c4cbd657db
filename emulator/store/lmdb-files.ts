import type { RootDatabase } from 'lmdb'
import type { FileRecord, FileStore } from '../parts'
import { stored } from './not-stored'

/** The files in a store's own lmdb: a record and its content change in one transaction, answered when it is flushed. */
export function lmdbFiles(root: RootDatabase): FileStore & { clearSync(): void } {
  const records = root.openDB<FileRecord, string>({ name: 'files', encoding: 'json' })
  const contents = root.openDB<Buffer, string>({ name: 'fileContents', encoding: 'binary' })

  return {
    records: () => [...records.getRange()].map(({ value }) => value),
    record: (path) => records.get(path),
    content: (path) => contents.get(path),
    write: (record, content, mayReplace) =>
      stored(
        root.transaction(() => {
          const existing = records.get(record.path)
          if (existing && !mayReplace(existing)) return false
          records.putSync(record.path, record)
          contents.putSync(record.path, content)
          return true
        }),
      ),
    remove: (path) =>
      stored(
        root.transaction(() => {
          if (!records.doesExist(path)) return false
          records.removeSync(path)
          contents.removeSync(path)
          return true
        }),
      ),
    /** For a caller that is in a transaction. */
    clearSync: () => {
      records.clearSync()
      contents.clearSync()
    },
  }
}
