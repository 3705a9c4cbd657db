import type { ErrorCode, ErrorDetail } from './errors'
import type * as z from './z'

/** Roles a person may hold (design: who is who). `elder` and `family` follow from accounts and relations. */
export const roles = [
  'elder',
  'family',
  'clerk',
  'manager',
  'kitchen',
  'careWorker',
  'volunteer',
  'coordinator',
  'supervisor',
] as const
export type Role = (typeof roles)[number]

/** What an elder may let a relative do: see what is booked, book, know about health, read who did what. */
export const scopes = ['view', 'order', 'health', 'log'] as const
export type Scope = (typeof scopes)[number]

/**
 * Who may call an action.
 * - `anyone`: no login needed
 * - `signedIn`: any openid, also one that no account belongs to
 * - `elder`: the elder concerned; `family:<scope>`: a relative to whom that elder granted the scope
 * - `joinedPhone`: the elder concerned, on a phone that became hers by a joining which can still be taken back: nothing that could not
 *   be taken back with it, and nothing that tells more of her
 * - `guardian`: the elder's legal guardian, whose papers the station has seen; `relative`: the relative concerned
 * - `clerk`: a clerk or the manager of the station concerned; `manager`: the manager alone
 * - `kitchen`: whoever cooks and plans in the kitchen concerned; whoever names it names `manager` too, where one of a station with a
 *   kitchen of its own may do the same
 * - `volunteer`: an assignable volunteer of the district concerned
 * - `coordinator`: of the town concerned; `supervisor`: of the district concerned
 * - `assigned`: whoever has claimed the visit concerned; `asker`: whoever asked for it
 * - `doer`: whoever did it already, so that doing it again finds it done
 */
export type Who =
  | 'anyone'
  | 'signedIn'
  | 'elder'
  | 'joinedPhone'
  | `family:${Scope}`
  | 'guardian'
  | 'relative'
  | 'clerk'
  | 'manager'
  | 'kitchen'
  | 'volunteer'
  | 'coordinator'
  | 'supervisor'
  | 'assigned'
  | 'asker'
  | 'doer'

/** What one account does only so often a local day, for itself and its family (`_policies/bounds.json`). */
export type Bounded =
  | 'requests'
  | 'cancellations'
  | 'changes'
  | 'asks'
  | 'registrations'
  | 'corrections'
  | 'invitations'
  | 'cards'
  | 'consents'
  | 'photos'
  | 'applications'

/** One thing that the cloud can be asked to do. */
export interface Action {
  who: readonly Who[]
  input: z.ZodMiniType
  output: z.ZodMiniType
  /** Codes beyond `commonErrors`. */
  errors: readonly ErrorCode[]
  /**
   * Where the access check finds whom the call concerns: in the input (default); only in the record that the handler loads,
   * which then has to call `ctx.permit` (`serve` refuses a reply when it did not); or it concerns nobody in particular, and
   * the handler reads only what the caller's roles reach.
   */
  concerns?: 'input' | 'record' | 'nobody'
  /** True for actions that change something: these accept a `key`. */
  writes?: boolean
  /**
   * As what it is counted, where one account does it only so often a day: `TOO_MANY_TODAY` beyond, with `what`, and with
   * `stationPhone` where one is known. What staff do as staff is not counted, nor what is `spared` or `uncounted`, nor a call that changes
   * nothing.
   */
  daily?: Bounded
  /** Values of fields with which it is not counted: whoever takes back what is theirs is never refused. */
  uncounted?: Readonly<Record<string, readonly (string | boolean)[]>>
  /** Fields with free text that somebody else will read: checked before anything is stored. */
  shown?: readonly string[]
  /**
   * Values of fields with which a refusal by WeChat's check refuses nothing, since somebody may be in danger: the handler learns of
   * it (`textsHeldBack`), and only staff read the words.
   */
  spared?: Readonly<Record<string, readonly string[]>>
  /**
   * What nobody can switch off at run time: somebody may be in danger, or takes back what is theirs. True for every call, else the values
   * of fields with which it is so.
   */
  neverOff?: true | Readonly<Record<string, readonly (string | boolean)[]>>
}

/** An area's actions by name. */
export type Contract = Record<string, Action>

/** What a handler gets: parsed, defaults filled in. */
export type InputOf<A extends Action> = z.output<A['input']>

/** What a caller sends. */
export type RequestOf<A extends Action> = z.input<A['input']>

/** What a caller gets. */
export type ReplyOf<A extends Action> = z.output<A['output']>

/** Every answer of every cloud function. */
export type Reply<T = unknown> =
  | { ok: true; data: T }
  | { ok: false; code: ErrorCode; detail?: ErrorDetail; requestId: string }
