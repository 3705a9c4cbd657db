import { AppError } from '#types/errors'
import type { people } from '#types/people'
import type { Purpose } from '#types/people/elders'
import { concernOfElder } from '../../_domain/access/concerns'
import { idsOf } from '../../_domain/access/holdings'
import { hasWithdrawn } from '../../_domain/people/elders/records-behind'
import { withSeen } from '../../_domain/people/elders/seen'
import { withRefusal } from '../../_domain/people/likenesses/refusals'
import { consentRecord, givenBy, textFor, withConsent } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx, Handler } from '../../_shell/context'
import { alignRecords } from '../../_shell/elder-records/align'
import { forgetUses } from '../../_shell/elder-records/forget'
import { requireNothingBooked } from '../../_shell/elder-records/nothing-booked'
import { partableOf } from '../../_shell/elder-records/partable'
import { permittedElder } from '../../_shell/permitted-elder'
import { consentTexts } from '../../_shell/policies'
import { channelOf, decisionOf } from '../decision'
import { changedElder } from '../elders/change-elder'
import { lookForLikeness } from '../likenesses/look-for-likeness'
import { withJoined } from '../likenesses/with-joined'
import { statesOf } from './consents-of'
import { withdrawn } from './withdrawn'

export const consent: Handler<typeof people.consent> = async (ctx, { elderId, agreed, isGiven, paper }) => {
  const { purpose, version } = agreed
  if (isGiven && textFor(purpose, consentTexts).version !== version)
    throw new AppError('CONSENT_OUTDATED', { purpose })
  if (isGiven) await forgetFirst(ctx, elderId, purpose)
  const elder = await changedElder(
    ctx,
    elderId,
    async (before, granted, work) => {
      const decision = decisionOf(ctx, granted, before, paper)
      if (purpose === 'service' && !isGiven)
        await requireNothingBooked(idsOf([{ ...before, elderId: before.id }]), ctx.now)
      const kept = before.consents[purpose]
      if (isGiven ? kept?.version === version : kept === null) return before
      if (!isGiven) return withdrawn(ctx, work, before, { ...agreed, decision })
      const trail = { elder: before, decision, actor: ctx.actor(), now: ctx.now }
      const id = `${before.id}_${purpose}_${ctx.requestId}`
      work.put('consents', consentRecord(id, { purpose, version, isGiven }, trail))
      const given = withConsent(before, purpose, givenBy(decision, version, ctx.now))
      return paper ? withSeen(given, 'papers', ctx.now) : given
    },
    { about: `${purpose}:${isGiven ? 'given' : 'withdrawn'}`, channel: channelOf(paper) },
  )
  if (isGiven) await lookForLikeness(ctx, elder)
  else await alignRecords(await withdrawnEverywhere(ctx, elder, { agreed, paper }), ctx.now)
  return statesOf(elder, ctx.now)
}

/**
 * Her no counts for all registrations of hers: each is changed by itself, and forgets what was kept for that use; one that can still be
 * parted from hers, and may be another person's, after that time.
 */
async function withdrawnEverywhere(
  ctx: Ctx,
  elder: ElderRecord,
  { agreed, paper }: Pick<Parameters<typeof consent>[1], 'agreed' | 'paper'>,
): Promise<ElderRecord[]> {
  const { purpose } = agreed
  const decision = decisionOf(ctx, ctx.permit(concernOfElder(elder)), elder, paper)
  const partable = (await partableOf(elder, ctx.now)).map(({ id }) => id)
  return withJoined(ctx, elder, {
    change(one, work) {
      if (one.consents[purpose] === null || one.joinedTo !== elder.id) return one
      return partable.includes(one.id)
        ? withRefusal(one, { ...agreed, ...decision, actor: ctx.actor(), at: ctx.now.toISOString() }, ctx.now)
        : withdrawn(ctx, work, one, { ...agreed, decision })
    },
    about: `${purpose}:withdrawn`,
  })
}

/**
 * What she had withdrawn goes before she agrees again, also where that was broken off: half of it would come back, without what her
 * own record said of it.
 */
async function forgetFirst(ctx: Ctx, elderId: string, purpose: Purpose): Promise<void> {
  const { elder } = await permittedElder(ctx, elderId)
  if (hasWithdrawn(elder, purpose)) await forgetUses({ elders: [elder], now: ctx.now })
}
