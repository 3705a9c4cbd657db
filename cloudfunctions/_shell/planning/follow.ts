import type { Places } from '../../_domain/meals/claims/records'
import { alignment } from '../../_domain/meals/planning/aligning'
import type { SittingRecord } from '../../_domain/meals/records'
import { command, updateWhere } from '../cloud'
import { termsId } from './terms'

/** What of a sitting decides how it comes to follow what is planned. */
export const kept = ['date', 'slot', 'state', 'basis', 'capacity', 'alignments'] as const

export type Kept = Pick<SittingRecord, 'id' | (typeof kept)[number]>

/**
 * Lets a sitting follow what is planned, by one update, where it is as it was seen. It is written also where it follows already: so
 * whoever saw it before, and read what is planned earlier than this one did, meets nothing.
 * @param sitting read before what is planned was
 * @param planned the same sitting as it would be made now; null: nothing is served then
 * @returns whether it was as it was seen
 */
export async function follow(sitting: Kept, planned: SittingRecord | null): Promise<boolean> {
  const { basis, alignments } = sitting
  const asSeen = {
    ...{ _id: sitting.id, state: sitting.state, 'basis.plan': basis.plan, 'basis.menu': basis.menu },
    alignments: alignments ?? command.exists(false),
  }
  const what = alignment(sitting, planned)
  const data = {
    ...(planned ? asPlanned(planned) : { basis: { terms: termsId } }),
    ...(what.state === 'open' && withPlaces(what)),
    ...{ state: what.state, alignments: command.inc(1), rev: command.inc(1) },
  }
  return (await updateWhere('sittings', asSeen, data)) > 0
}

/** All that plan, menu and station say of a sitting, but how many it holds. */
function asPlanned(planned: SittingRecord): object {
  const { id: _, state: _state, capacity: _capacity, left: _left, ...rest } = planned
  const { claims: _claims, rev: _rev, checkedAt: _checked, ...says } = rest
  const basis = { ...says.basis, terms: termsId }
  return Object.fromEntries(
    Object.entries({ ...says, basis }).map(([field, value]) => [field, command.set(value)]),
  )
}

function withPlaces({ capacity, more }: { capacity: Places; more: Places }): object {
  const changes = Object.entries(more).filter(([, n]) => n !== 0)
  const left = Object.fromEntries(changes.map(([pool, n]) => [pool, command.inc(n)]))
  return { capacity: command.set(capacity), ...(changes.length > 0 && { left }) }
}
