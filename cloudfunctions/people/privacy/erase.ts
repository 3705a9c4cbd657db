import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { idsOf } from '../../_domain/access/holdings'
import { consentRecord, type Decision, textFor } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import { find } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { alignRecords } from '../../_shell/elder-records/align'
import { eraseIn } from '../../_shell/elder-records/erase-in'
import { requireNothingAlarming, requireNothingBooked } from '../../_shell/elder-records/nothing-booked'
import { partableOf } from '../../_shell/elder-records/partable'
import { standingFor } from '../../_shell/permitted-elder'
import { consentTexts, kept } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'
import { channelOf, decisionOf } from '../decision'

/**
 * What may be many follows afterwards: nobody's account leads to her any more, so nobody waits for it. Second registrations that were
 * joined to hers go first: what is broken off is done again as long as hers is there.
 */
export const erase: Handler<typeof people.erase> = async (ctx, { elderId, paper }) => {
  const named = await find('elders', elderId)
  if (!named) throw new AppError('NOT_FOUND', { elderId })
  const elder = await standingFor(ctx, named)
  const me = personOf(ctx.callerId())
  const doer = elder.erasedBy === me ? ctx.callerId() : null
  const granted = ctx.permit({ ...concernOfElder(elder), doer })
  const by = ctx.actor(channelOf(paper))
  const ids = idsOf([{ ...elder, elderId: elder.id }])
  if (elder.state !== 'erased') {
    await requireNothingBooked(ids, ctx.now)
    await requireNothingAlarming(ids)
    await requireSettled(elder, ctx.now)
  }

  const about = { me, by, decide: () => decisionOf(ctx, granted, elder, paper) }
  const erased: ElderRecord[] = []
  for (const id of ids.slice(1)) {
    const { record } = await ctx.transactPart(id, 'elders', (work) => eraseOne(ctx, work, { id, ...about }))
    erased.push(record)
  }
  erased.push(await ctx.transact('elders', (work) => eraseOne(ctx, work, { id: elder.id, ...about })))
  await alignRecords(erased, ctx.now)
  return { elderId, kept: kept.map(({ what, why, until }) => ({ what, why, until })) }
}

/** What may be another person's is not deleted with hers. @throws AppError `JOINED_LATELY` with `until` */
async function requireSettled(elder: ElderRecord, now: Date): Promise<void> {
  const [until] = (await partableOf(elder, now))
    .map((one) => one.until)
    .sort()
    .reverse()
  if (until !== undefined) throw new AppError('JOINED_LATELY', { until, elderId: elder.id, isErasing: true })
}

/** Forgets one registration, with all that her own record names. */
async function eraseOne(
  ctx: Ctx,
  work: Work,
  { id, me, by, decide }: { id: string; me: string; by: Actor; decide: () => Decision },
) {
  const before = await work.get('elders', id)
  if (before.state === 'erased') return { record: { ...before, elderId: id }, by }
  const station = await work.get('stations', before.stationId)
  const no = {
    purpose: 'service' as const,
    version: textFor('service', consentTexts).version,
    isGiven: false,
  }
  const trail = { elder: before, decision: decide(), actor: by, now: ctx.now }
  work.put('consents', consentRecord(`${id}_service_${ctx.requestId}`, no, trail))
  const after = await eraseIn(work, before, { station, by: me, now: ctx.now })
  return { record: { ...after, elderId: id }, by }
}
