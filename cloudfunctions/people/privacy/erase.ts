import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { namedByHer } from '../../_domain/elder-bound'
import { eraseElder } from '../../_domain/people/elders/forgetting'
import { withRecordsBehind } from '../../_domain/people/elders/records-behind'
import { consentRecord, textFor } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { alignRecords } from '../../_shell/elder-records/align'
import { consentTexts, kept } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'
import { channelOf, decisionOf } from '../decision'
import { requireNothingAlarming, requireNothingBooked } from './nothing-booked'

/** What may be many follows afterwards: nobody's account leads to her any more, so nobody waits for it. */
export const erase: Handler<typeof people.erase> = async (ctx, { elderId, paper }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  const me = personOf(ctx.callerId())
  const doer = elder.erasedBy === me ? ctx.callerId() : null
  const granted = ctx.permit({ ...concernOfElder(elder), doer })
  const by = ctx.actor(channelOf(paper))
  if (elder.state !== 'erased') {
    await requireNothingBooked(elderId, ctx.now)
    await requireNothingAlarming(elderId)
  }

  const erased = await ctx.transact('elders', async (work) => {
    const before = await work.get('elders', elderId)
    if (before.state === 'erased') return { record: { ...before, elderId }, by }
    const station = await work.get('stations', before.stationId)
    const decision = decisionOf(ctx, granted, before, paper)
    const no = {
      purpose: 'service' as const,
      version: textFor('service', consentTexts).version,
      isGiven: false,
    }
    const trail = { elder: before, decision, actor: by, now: ctx.now }
    work.put('consents', consentRecord(`${elderId}_service_${ctx.requestId}`, no, trail))
    await forgetNamed(work, before)
    const after = withRecordsBehind(eraseElder(before, station, me), ctx.now)
    work.put('elders', after)
    return { record: { ...after, elderId }, by }
  })
  await alignRecords([erased], ctx.now)
  return { elderId, kept: kept.map(({ what, why, until }) => ({ what, why, until })) }
}

/** Nothing that her own record names leads to her any more. */
async function forgetNamed(work: Work, elder: ElderRecord): Promise<void> {
  for (const [name, row] of namedByHer)
    for (const id of new Set(row.ids(elder))) {
      const record = await work.find(name, id)
      if (!record) continue
      const left = row.forgotten === 'removed' ? null : row.forgotten.becomes(record, elder)
      if (left === null) work.remove(name, id)
      else work.put(name, left)
    }
}
