import type { FileRecord, FileStore, Store } from '../parts'

/** A store that forgets everything when the process ends: for tests. */
export function memoryStore(): Store {
  const collections = new Map<string, Map<string, string>>()

  const files = memoryFiles()

  const documentsOf = (name: string): Map<string, string> => {
    const known = collections.get(name)
    if (known) return known
    const created = new Map<string, string>()
    collections.set(name, created)
    return created
  }

  return {
    *load() {
      for (const [collection, documents] of collections) {
        for (const [id, doc] of documents) yield { collection, id, doc }
      }
    },
    collections: () => [...collections.keys()],
    createCollection: async (name) => {
      documentsOf(name)
    },
    apply: async (changes) => {
      for (const { collection, id, doc } of changes) {
        if (doc === null) documentsOf(collection).delete(id)
        else documentsOf(collection).set(id, doc)
      }
    },
    files,
    clear: async () => {
      collections.clear()
      files.clear()
    },
    close: async () => {},
  }
}

/** Files that are forgotten when the process ends. */
function memoryFiles(): FileStore & { clear(): void } {
  const files = new Map<string, { record: FileRecord; content: Buffer }>()

  return {
    records: () => [...files.values()].map(({ record }) => record),
    record: (path) => files.get(path)?.record,
    content: (path) => files.get(path)?.content,
    write: async (record, content, mayReplace) => {
      const existing = files.get(record.path)
      if (existing && !mayReplace(existing.record)) return false
      files.set(record.path, { record, content })
      return true
    },
    remove: async (path) => files.delete(path),
    clear: () => files.clear(),
  }
}
