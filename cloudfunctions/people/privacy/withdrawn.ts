import type { Agreed } from '#types/people/elders'
import { withRecordsBehind } from '../../_domain/people/elders/records-behind'
import { consentRecord, type Decision, withoutConsent } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx } from '../../_shell/context'
import type { Work } from '../../_shell/transact'

/** A registration once a yes was taken back, with the line that says so; what was kept elsewhere for that use alone is to go. */
export async function withdrawn(
  ctx: Ctx,
  work: Work,
  elder: ElderRecord,
  { purpose, version, decision }: Agreed & { decision: Decision },
): Promise<ElderRecord> {
  const trail = { elder, decision, actor: ctx.actor(), now: ctx.now }
  const id = `${elder.id}_${purpose}_${ctx.requestId}`
  work.put('consents', consentRecord(id, { purpose, version, isGiven: false }, trail))
  const station = await work.get('stations', elder.stationId)
  return withRecordsBehind(withoutConsent(elder, purpose, station), ctx.now, [purpose])
}
