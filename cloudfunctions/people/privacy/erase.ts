import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { ERASED, eraseElder } from '../../_domain/people/elders/forgetting'
import { consentRecord, textFor } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import { find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { forgetNames } from '../../_shell/erasure'
import { consentTexts, kept } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'
import { channelOf, decisionOf } from '../decision'
import { requireNothingBooked } from './nothing-booked'

export const erase: Handler<typeof people.erase> = async (ctx, { elderId, paper }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  const me = personOf(ctx.callerId())
  const doer = elder.erasedBy === me ? ctx.callerId() : null
  const granted = ctx.permit({ ...concernOfElder(elder), doer })
  const by = ctx.actor(channelOf(paper))
  if (elder.state !== 'erased') await requireNothingBooked(elderId, ctx.now)
  const near = await select('relations', { where: { elderId }, limit: 100 })

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
    await leaveAccounts(
      work,
      before,
      near.map(({ openid }) => openid),
    )
    for (const relation of near) {
      const gone = {
        state: 'revoked' as const,
        name: ERASED,
        elderName: ERASED,
        building: ERASED,
        words: null,
        evidence: null,
      }
      work.put('relations', { ...relation, ...gone, granted: null })
    }
    if (before.idNumber) work.remove('identities', before.idNumber.digest)
    work.put('cards', { id: before.code, district: before.district, elderId: null })
    const after = eraseElder(before, station, me)
    work.put('elders', after)
    return { record: { ...after, elderId }, by }
  })
  await forgetNames(erased)
  return { elderId, kept: kept.map(({ what, why, until }) => ({ what, why, until })) }
}

/** Nobody's account knows her any more. */
async function leaveAccounts(work: Work, elder: ElderRecord, kin: readonly string[]): Promise<void> {
  const openids = new Set([...kin, ...elder.circle, ...(elder.openid === null ? [] : [elder.openid])])
  for (const openid of openids) {
    const account = await work.find('accounts', openid)
    if (!account) continue
    const isHers = account.self?.elderId === elder.id
    work.put('accounts', {
      ...account,
      ...(isHers && { self: null, asks: [], name: account.memberships.length > 0 ? account.name : '' }),
      relations: account.relations.filter((one) => one.elderId !== elder.id),
    })
  }
}
