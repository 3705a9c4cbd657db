import { subsidyUseId } from '#types/ids'
import type { Offer } from '../../_domain/meals/booking'
import { monthOf, type PriceGround, usesPeriod } from '../../_domain/meals/pricing'
import type { SittingRecord, SubsidyUseRecord } from '../../_domain/meals/records'
import { emptyUses, joinedWith } from '../../_domain/meals/subsidy-uses'
import type { ElderRecord } from '../../_domain/people/records'
import { policyOn } from '../../_domain/policies/in-force'
import { homeOn } from '../../_domain/policies/terms/home'
import { holidays, isSameCity, policiesOf, unseenTerms, walking } from '../../_shell/policies'
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

/** Who eats at which sitting. */
interface Eater {
  sittingId: string
  /** The registration that stands for her. */
  elder: ElderRecord
  /** Under which registration of hers the meal is booked and counted. */
  bookedFor: string
  now: Date
}

/** Reads a sitting with all that decides what a meal there costs her, inside a transaction; null where there is none. */
export async function offerFor(
  work: Work,
  { sittingId, elder, bookedFor, now }: Eater,
): Promise<Offer | null> {
  const sitting = await work.find('sittings', sittingId)
  const station = sitting && (await work.find('stations', sitting.stationId))
  if (!sitting || !station) return null
  const ground = await groundFor(elder, sitting, now)
  const { district } = elder
  const period = usesPeriod(ground, sitting) ?? monthOf(sitting.date)
  const uses = await usesIn(work.find, { id: bookedFor, district }, period)
  return {
    sitting,
    station,
    ground,
    isSameCity: await isSameCity(sitting.district, elder.district, now),
    uses,
    beside: await usesBeside(work.find, elder, uses),
    unseenTerms,
  }
}
