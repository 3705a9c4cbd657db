import { type Answer, Refused } from './tencent-refusals'

interface Index {
  Name: string
  Keys: { Name: string; Direction: string }[]
  Unique: boolean
}

interface Collection {
  acl: string
  indexes: Index[]
  documents: Map<string, Document>
}

type Document = Record<string, unknown>
type Param = Record<string, unknown>

/** What every collection of a mini-program's environment has from the start. */
const OWN: Index[] = ['_id', '_openid'].map((field) => ({
  Name: field === '_id' ? '_id_' : '_openid_1',
  Keys: [{ Name: field, Direction: '1' }],
  Unique: field === '_id',
}))

/** The document database of the stand-in: collections, permissions, indexes, and commands on documents. */
export class Databases {
  readonly collections = new Map<string, Collection>()
  /** How many commands wrote documents. */
  inserts = 0
  /** Where it is set, a permission is answered as set and stays what it was. */
  keepsPermissions = false

  state() {
    const all = [...this.collections].map(([name, { acl, indexes, documents }]) => [
      name,
      { acl, indexes, documents: [...documents.values()] },
    ])
    return {
      collections: Object.fromEntries(all) as Record<
        string,
        Omit<Collection, 'documents'> & { documents: Document[] }
      >,
    }
  }

  answer(action: string, param: Param): Answer {
    switch (action) {
      case 'ListTables':
        return this.#list(Number(param.MgoLimit), Number(param.MgoOffset))
      case 'CreateTable':
        return this.#create(String(param.TableName))
      case 'DescribeTable': {
        const { indexes } = this.#known(param.TableName)
        return { IndexNum: indexes.length, Indexes: indexes.map((index) => ({ ...index, Size: 4096 })) }
      }
      case 'UpdateTable':
        return this.#index(this.#known(param.TableName), param)
      case 'DescribeDatabaseACL':
        return { AclTag: this.#known(param.CollectionName).acl }
      case 'ModifyDatabaseACL': {
        const collection = this.#known(param.CollectionName)
        if (!this.keepsPermissions) collection.acl = String(param.AclTag)
        return {}
      }
      case 'RunCommands':
        return { Data: (param.MgoCommands as Param[]).map((one) => this.#command(one)) }
      default:
        throw new Refused('InvalidAction', `The action ${action} is not valid`)
    }
  }

  #list(limit: number, offset: number): Answer {
    const names = [...this.collections.keys()].slice(offset, offset + limit)
    return { Tables: names.length > 0 ? names.map((TableName) => ({ TableName })) : null }
  }

  #create(name: string): Answer {
    if (this.collections.has(name)) throw new Refused('FailedOperation', 'Table exist')
    this.collections.set(name, { acl: 'PRIVATE', indexes: [...OWN], documents: new Map() })
    return {}
  }

  #known(name: unknown): Collection {
    const collection = this.collections.get(String(name))
    if (!collection) throw new Refused('ResourceNotFound', 'Db or Table not exist')
    return collection
  }

  #index(collection: Collection, { CreateIndexes }: Param): Answer {
    for (const { IndexName, MgoKeySchema } of CreateIndexes as CreateIndex[]) {
      const { MgoIndexKeys: Keys, MgoIsUnique: Unique } = MgoKeySchema
      const isTaken = collection.indexes.some(
        (one) => one.Name === IndexName || JSON.stringify(one.Keys) === JSON.stringify(Keys),
      )
      if (isTaken) throw new Refused('FailedOperation', 'Index already exists with different options')
      collection.indexes.push({ Name: IndexName, Keys, Unique })
    }
    return {}
  }

  #command({ TableName, CommandType, Command }: Param): string {
    const { documents } = this.#known(TableName)
    const body = JSON.parse(String(Command)) as Command
    if (CommandType === 'INSERT') {
      this.inserts += 1
      const twice = (body.documents ?? []).filter(({ _id }) => documents.has(String(_id)))
      for (const document of body.documents ?? [])
        if (!twice.includes(document)) documents.set(String(document._id), document)
      if (twice.length > 0) throw new Refused('FailedOperation', 'E11000 duplicate key error')
      return JSON.stringify([JSON.stringify({ n: body.documents?.length ?? 0, ok: 1 })])
    }
    const { _id: { $in, $nin = [] } = {}, ...own } = body.filter ?? {}
    const ids = ($in ?? [...documents.keys()]).filter((id) => !$nin.includes(id))
    const fields = ['_id', ...Object.keys(body.projection ?? {})]
    const rows = ids
      .flatMap((id): Document[] => [documents.get(id) ?? []].flat())
      .filter((document) => Object.entries(own).every(([field, value]) => document[field] === value))
      .slice(0, body.limit)
      .map((document) => Object.fromEntries(fields.map((field) => [field, document[field]])))
    return JSON.stringify(rows.map((row) => JSON.stringify(row)))
  }
}

interface CreateIndex {
  IndexName: string
  MgoKeySchema: { MgoIndexKeys: Index['Keys']; MgoIsUnique: boolean }
}

interface Command {
  documents?: Document[]
  filter?: { _id?: { $in?: string[]; $nin?: string[] }; [field: string]: unknown }
  projection?: object
  limit?: number
}
