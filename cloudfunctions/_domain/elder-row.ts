import type { InputOf } from '#types/contract'
import type { people } from '#types/people'
import type { Purpose } from '#types/people/elders'
import type { CopyPart } from '#types/people/privacy'
import type { LocalDate } from '#types/values'
import type { Where } from './base/where'
import type { CollectionName, Documents, Field } from './documents'
import type { Claim } from './meals/claims/records'
import type { Notices } from './messages/telling'
import type { ElderRecord } from './people/records'

/** How the records of one collection stand to an elder: data, and rules of values. The shell reads and writes by it. */
export type ElderRow<N extends CollectionName> = NamedByHer<N> | Following<N> | Kept<N>

/** Records that her own names, so few that they change with her, in one transaction. */
export interface NamedByHer<N extends CollectionName> {
  ids(elder: ElderRecord): readonly string[]
  forgotten: 'removed' | Forget<N>
}
interface Forget<N extends CollectionName> {
  /** Null: it goes. */
  becomes(record: Documents[N], elder: ElderRecord): Documents[N] | null
}

/** Records that are kept as they are, whatever becomes of her: nothing in them tells who she was once her own record does not. */
interface Kept<N extends CollectionName> {
  /** The field that holds her id, or the id that begins with it. */
  found: Field<N>
  kept: string
}

/** Records of any number, found by a field that holds her id: they follow her page by page. */
export interface Following<N extends CollectionName> {
  found: Field<N>
  /** What of it somebody still waits for from a local date on, and how that ends once she has died or her data are gone. */
  live: 'never' | { where(from: LocalDate): Where; ends: Together<N> }
  /** What ended by a death and says so, and what it says once that was undone: it stays ended. */
  undone?: { where: Where; together: Together<N> }
  /** The field with the openid of whoever is told of it, and of which records the news are for her own phone. */
  told: 'nobody' | { asked: string } | { field: Field<N>; hers: Where }
  /** What is done with it, in this order, once her data are gone; each step leaves nothing of what it is for. */
  forgotten: readonly Forgetting<N>[] | { kept: string }
  /** What goes with the consent to one use, being kept for that use alone. */
  withdrawn?: { [P in Purpose]?: Forgetting<N> }
  /**
   * What changes with her station and her home, and in which of them, from a local date on. `promised`: those that somebody has
   * taken on, each changed apart, with what tells them.
   */
  moved:
    | 'stays'
    | {
        /** Also those of second registrations, with the home of the one that stands for them. */
        joinedToo?: true
        where(from: LocalDate): Where
        set(elder: ElderRecord): Partial<Documents[N]>
        promised?: { where(from: LocalDate): Where; together: Together<N> }
      }
  /** In which part of her copy it stands, in which order, and how it reads; or why it does not. */
  copied:
    | { not: string }
    | {
        part: InputOf<typeof people.copy>['part']
        by: Field<N>
        direction: 'asc' | 'desc'
        as(records: readonly Documents[N][]): CopyPart[]
      }
  /** The same for the other field that may hold her id, where a record is about two elders. */
  otherSide?: Following<N>
}

/** A step of forgetting: what is set in those of her records that are meant, what happens to each of them with others, or all go. */
export type Forgetting<N extends CollectionName> =
  | {
      where: Where
      set(elder: ElderRecord): Readonly<Record<string, unknown>>
      files?(record: Documents[N]): StoredFiles
    }
  | { where: Where; together: Together<N> }
  | { removed: 'whole'; files?(record: Documents[N]): StoredFiles }

/** Files that go before the record that knows them does, or says that they have gone: by what the storage calls them, or by where they were put. */
interface StoredFiles {
  ids: readonly string[]
  paths: readonly string[]
}

/** What becomes of a record together with others, in one small transaction that may be carried out twice. */
export interface Together<N extends CollectionName> {
  /** The ids of what else is read. */
  reads(record: Documents[N]): { readonly [M in CollectionName]?: string | null }
  /** Whose claim of which sitting is given back once it is written; absent: nothing is claimed for such a record. */
  givesBack?(record: Documents[N]): { sittingId: string; elderId: string }
  /** Whether a claim is left of a record that had ended already: the answer got lost that said so. */
  leaves?(record: Documents[N], held: Claim): boolean
  /** All that is written then; null when there is nothing to do. A message is sent once it is written. */
  becomes(record: Documents[N], read: Partial<Documents>, about: TogetherAbout): Partial<Documents> | null
}

/** For whom, when, and by which table somebody is told. */
interface TogetherAbout {
  elder: ElderRecord
  now: Date
  notices: Notices
}
