import type { Purpose } from '#types/people/elders'
import type { StationRecord } from '../../stations/records'
import type { ConsentRecord } from '../circle/records'
import { withRecordsBehind } from '../elders/records-behind'
import { consentRecord, withoutConsent } from '../privacy/consents'
import type { ElderRecord, Refusal } from '../records'

/**
 * A registration to which its elder said no under the one to which it was joined, while the two can still be parted: perhaps they are two
 * persons, and then it was not hers to say. It counts as long as they are joined, and is written down to be carried out after that time.
 */
export function withRefusal(elder: ElderRecord, refusal: Refusal, now: Date): ElderRecord {
  const { refusals = [] } = elder
  if (refusals.some(({ purpose }) => purpose === refusal.purpose)) return elder
  return { ...withRecordsBehind(elder, now), refusals: [...refusals, refusal] }
}

/** A registration as it is read while it is joined: what was refused meanwhile, nobody agreed to. */
export function asAnswered(elder: ElderRecord): ElderRecord {
  const no = Object.fromEntries((elder.refusals ?? []).map(({ purpose }) => [purpose, null]))
  return { ...elder, consents: { ...elder.consents, ...no } }
}

/** Whether something was refused for it that is not carried out yet. */
export const hasRefusals = ({ refusals }: Pick<ElderRecord, 'refusals'>): boolean => refusals !== undefined

/** The same once the two cannot be parted any more: what was refused is withdrawn here, too, each with its line. */
export function carriedOut(
  elder: ElderRecord,
  station: StationRecord,
  now: Date,
): { elder: ElderRecord; lines: ConsentRecord[] } {
  const { refusals = [], ...rest } = elder
  const due = refusals.filter(({ purpose }) => rest.consents[purpose] !== null)
  const lines = due.map(({ purpose, version, actor, at, ...decision }) =>
    consentRecord(
      `${elder.id}_${purpose}_${now.getTime()}`,
      { purpose, version, isGiven: false },
      { elder: rest, decision, actor, now: new Date(at) },
    ),
  )
  const without = (one: ElderRecord, { purpose }: { purpose: Purpose }) =>
    withRecordsBehind(withoutConsent(one, purpose, station), now, [purpose])
  return { elder: due.reduce(without, rest), lines }
}
