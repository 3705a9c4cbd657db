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

/** Reads the same period of those whose registrations are of the same person. */
async function usesBeside(
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
async function usesIn(find: Work['find'], elder: ElderRecord, period: string): Promise<SubsidyUseRecord> {
  return { ...emptyUses(elder, period), ...(await find('subsidyUses', subsidyUseId(elder.id, period))) }
}

/** Reads a sitting with all that decides what a meal there costs her, inside a transaction; null where there is none. */
export async function offerFor(
  work: Work,
  sittingId: string,
  elder: ElderRecord,
  now: Date,
): Promise<Offer | null> {
  const sitting = await work.find('sittings', sittingId)
  const station = sitting && (await work.find('stations', sitting.stationId))
  if (!sitting || !station) return null
  const ground = await groundFor(elder, sitting, now)
  const uses = await usesIn(work.find, elder, usesPeriod(ground, sitting) ?? monthOf(sitting.date))
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
