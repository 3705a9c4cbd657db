import { Id, Instant } from '#types/values'
import * as z from '#types/z'

/**
 * So many of each pool of a sitting. `seats` can be booked; `reserve` is kept for those who come without; `portions` are for take-away
 * and delivery; `u-seats` and `u-portions` are places that elders whom nobody has seen may hold, `d-<dish>` portions of a dish that has a
 * limit.
 */
export const Places = z.record(z.string(), z.int())

/** What somebody holds of a sitting: one for each elder. */
export const Claim = z.strictObject({
  kind: z.enum(['booking']),
  takes: Places,
  /** The call that made it, or took it over last: nobody gives it back for another one. */
  attempt: z.string(),
  /** Digest of what was asked for. */
  body: z.string(),
  /** Who asked, `personOf` them. */
  by: z.string(),
  since: Instant,
  /** What a change takes besides (`takes`), and gives back once the order says so (`gives`): one that is under way, or was broken off. */
  next: z.optional(
    z.strictObject({ attempt: z.string(), takes: Places, gives: Places, body: z.string(), since: Instant }),
  ),
})

/** A portion of a dish that was taken at one table and is on its way to another of the same kitchen. */
const OnTheWay = z.strictObject({ pool: z.string(), to: Id, attempt: z.string(), since: Instant })

/** What is left of a sitting follows from what it holds and what is claimed of it: `left = capacity − Σ takes`, `next` included. */
export const Claimable = {
  capacity: Places,
  /** Negative where a plan has shrunk below what is claimed; shown as none. */
  left: Places,
  claims: z.record(Id, Claim),
  /** Portions that were fetched from here, until it is known what became of them; `attempt`: of the claim they are for. Absent: none. */
  onTheWay: z.optional(z.record(z.string(), OnTheWay)),
  /** Counts what is written. */
  rev: z.int(),
  /** When somebody last looked for claims that hold nothing any more; null: nobody has. */
  checkedAt: z.nullable(Instant),
}

export type Places = z.infer<typeof Places>
export type OnTheWay = z.infer<typeof OnTheWay>
export type Claim = z.infer<typeof Claim>
