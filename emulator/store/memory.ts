import type { Store } from '../parts'

/** A store that forgets everything when the process ends: for tests. */
export function memoryStore(): Store {
  const collections = new Map<string, Map<string, string>>()

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
    clear: async () => collections.clear(),
    close: async () => {},
  }
}
