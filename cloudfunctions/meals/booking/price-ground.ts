import { AppError } from '#types/errors'
import { subsidyUseId } from '#types/ids'
import type { Offer, Offered } from '../../_domain/meals/booking'
import { monthOf, type PriceGround, usesPeriod } from '../../_domain/meals/pricing'
import type { SittingRecord, SubsidyUseRecord } from '../../_domain/meals/records'
import { emptyUses, joinedWith } from '../../_domain/meals/subsidy-uses'
import { isUnseen, notSeenYet } from '../../_domain/people/elders/seen'
import type { ElderRecord } from '../../_domain/people/records'
import { policyOn } from '../../_domain/policies/in-force'
import { homeOn } from '../../_domain/policies/terms/home'
import { find } from '../../_shell/cloud'
import { holidays, isSameCity, policiesOf, walking } from '../../_shell/policies'
import type { Work } from '../../_shell/transact'

/** Reads what decides the prices of a sitting for an elder. */
export async function groundFor(
  elder: ElderRecord,
  { date, district }: SittingRecord,
  now: Date,
): Promise<PriceGround> {
  const home = homeOn(elder, date)
  return {
    policy: policyOn(await policiesOf(home.district, now), 'meal', date),
    isHomeCity: await isSameCity(home.district, district, now),
    holidays,
    walking,
  }
}

/**
 * Reads what she has used in the period of a sitting, first her own record, then those of whom she was joined with; none, and nothing
 * is read, where nothing is limited.
 */
export async function usesFor(
  find: Work['find'],
  { elder, sitting, ground }: { elder: ElderRecord; sitting: SittingRecord; ground: PriceGround },
): Promise<SubsidyUseRecord[]> {
  const period = usesPeriod(ground, sitting)
  if (period === null) return []
  const uses = await usesIn(find, elder, period)
  return [uses, ...(await usesBeside(find, elder, uses))]
}

/**
 * Reads the same period of those whose registrations are of the same person.
 * @param elder the registration that stands for her
 */
export async function usesBeside(
  find: Work['find'],
  elder: ElderRecord,
  uses: SubsidyUseRecord,
): Promise<SubsidyUseRecord[]> {
  const beside: SubsidyUseRecord[] = []
  for (const elderId of joinedWith(elder, uses)) {
    const record = await find('subsidyUses', subsidyUseId(elderId, uses.period))
    if (record) beside.push(record)
  }
  return beside
}

/** A record of before meals were listed lists none. */
async function usesIn(
  find: Work['find'],
  elder: Pick<ElderRecord, 'id' | 'district'>,
  period: string,
): Promise<SubsidyUseRecord> {
  return { ...emptyUses(elder, period), ...(await find('subsidyUses', subsidyUseId(elder.id, period))) }
}

/** Who eats. */
interface Eater {
  /** The registration that stands for her. */
  elder: ElderRecord
  /** Under which registration of hers the meal is booked and counted. */
  bookedFor: string
  now: Date
}

/**
 * A sitting with what only its station can say: read where it is closed, so that it is said until when, and for an elder whom nobody has
 * seen, so that she is told whom to ring.
 */
export async function offeredTo(
  elder: ElderRecord,
  sitting: SittingRecord | null,
  now: Date,
): Promise<Offered | null> {
  if (!sitting) return null
  const isAsked = sitting.state === 'closed' || isUnseen(elder)
  const [station, isNear] = await Promise.all([
    isAsked ? find('stations', sitting.stationId) : null,
    isSameCity(sitting.district, elder.district, now),
  ])
  return { sitting, station, isSameCity: isNear }
}

/** What those are held back with whom nobody has seen, once they hold their share of it. */
export const notSeenAt =
  ({ station }: Offered) =>
  (): AppError =>
    station ? notSeenYet(station, { why: 'share' }) : new AppError('SITTING_FULL')

/** Reads, inside a transaction, all that decides what a meal costs her. */
export async function offerFor(
  work: Work,
  offered: Offered,
  { elder, bookedFor, now }: Eater,
): Promise<Offer> {
  const { sitting } = offered
  const ground = await groundFor(elder, sitting, now)
  const period = usesPeriod(ground, sitting) ?? monthOf(sitting.date)
  const uses = await usesIn(work.find, { id: bookedFor, district: elder.district }, period)
  return { ...offered, ground, uses, beside: await usesBeside(work.find, elder, uses) }
}
