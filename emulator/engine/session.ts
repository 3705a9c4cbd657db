import type { Doc } from './document'
import type { LockOwner } from './locks'
import { candidateKeys } from './planner'
import type { Table, Written } from './table'

/** One write of a session: `written` is null for a document that goes. */
export interface StagedWrite {
  table: Table
  key: string
  written: Written | null
}

/** One unit of work: a transaction, or a plain call, which is a transaction of its own. It sees its snapshot and its own writes. */
export class Session implements LockOwner {
  readonly held = new Set<string>()
  readonly #staged = new Map<Table, Map<string, Written | null>>()
  /** Values of unique indexes that the staged documents take: lock name → key of the document. */
  readonly #claims = new Map<string, string>()

  /** @param snapshot the number of the last commit that it sees */
  constructor(readonly snapshot: number) {}

  /** The document as this session sees it. */
  read(table: Table, key: string): Written | undefined {
    const staged = this.#staged.get(table)?.get(key)
    return staged === undefined ? table.at(key, this.snapshot) : (staged ?? undefined)
  }

  /** The documents that may match a query, found through an index where one helps. */
  *scan(table: Table, query: Doc): Iterable<Written> {
    const staged = this.#staged.get(table)
    for (const key of candidateKeys(table, query) ?? table.keys()) {
      if (staged?.has(key)) continue
      const written = table.at(key, this.snapshot)
      if (written) yield written
    }
    for (const written of staged?.values() ?? []) if (written) yield written
  }

  stage(table: Table, key: string, written: Written | null): void {
    const staged = this.#staged.get(table) ?? new Map<string, Written | null>()
    this.#staged.set(table, staged.set(key, written))
  }

  staged(): StagedWrite[] {
    return [...this.#staged].flatMap(([table, writes]) =>
      [...writes].map(([key, written]) => ({ table, key, written })),
    )
  }

  claim(lock: string, key: string): void {
    this.#claims.set(lock, key)
  }

  unclaim(lock: string): void {
    this.#claims.delete(lock)
  }

  /** The staged document that takes this value of a unique index. */
  claimant(lock: string): string | undefined {
    return this.#claims.get(lock)
  }
}
