import type { MissingFact } from '#types/meals/prices'
import type { CarePolicy, NoticeChannel } from '#types/policies/care'
import type { ServiceOutcome, Shortfall } from '#types/policies/care-cases'
import type { LocalDate } from '#types/values'
import type { Month } from '../months'
import { careTable } from '../table'

/** A service that somebody has had or has booked. */
export interface Service {
  on: LocalDate
  /** How long; left out, the catalogue's length of the item counts, or the weekly bundle's for a regular item. */
  minutes?: number | undefined
  /** Its price, fen, where the allowance is a sum and there is no price of an hour. */
  price?: number | undefined
  item?: string | undefined
  /** The local date on which it was asked for; the day of the service unless said. */
  asked?: LocalDate | undefined
  /** Notice is checked where both this and `asked` are given. */
  channel?: NoticeChannel | undefined
}

/**
 * What became of a service. `covered`, `borrowed` (a part of `covered`), `own`, `refused` and `undecided` count as the policy
 * does, in minutes or fen: covered + own + refused + undecided are the service.
 */
export interface SettledService {
  outcome: ServiceOutcome
  covered: number
  borrowed: number
  own: number
  refused: number
  undecided: number
  /** From the allowance, fen. Parts of a month: they add up to the month's sum, which alone is rounded. */
  paid: number
  /** By the elder, fen. */
  selfPays: number
  /** Why it is not paid in full from its month; null where it is. */
  why: Shortfall | null
  firstPossible: LocalDate | null
  missing: MissingFact[]
}

/** A month as the services leave it. */
export interface SettledMonth {
  month: Month
  /** The month's own allowance, and what earlier months left over for it. */
  granted: number
  carried: number
  /** Of `granted`, what the month before has borrowed. */
  lent: number
  /** Taken from the allowance for services of this month, what it borrowed included. */
  covered: number
  borrowed: number
  /** granted + carried + borrowed − lent − covered */
  left: number
  paid: number
  selfPays: number
}

export interface Settlement {
  /** One for each service, in the order given. */
  services: SettledService[]
  months: SettledMonth[]
}

/** How long a service takes, minutes; null where neither it nor the catalogue says. */
export function lengthOf(policy: CarePolicy, { minutes, item: name }: Service): number | null {
  if (minutes !== undefined) return minutes
  const item = name === undefined ? undefined : careTable(policy).items.get(name)?.item
  if (!item) return null
  return item.minutes ?? (item.kind === 'regular' ? (policy.weekly?.minutes ?? null) : null)
}
