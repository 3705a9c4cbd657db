import type { eligibility } from '#types/eligibility'
import { AppError } from '#types/errors'
import { relationTo } from '../../_domain/access/holdings'
import { localDate } from '../../_domain/base/calendar'
import {
  decidedElder,
  decide as decideOn,
  shownApplication,
  type Verdict,
} from '../../_domain/eligibility/applications'
import type { ApplicationRecord } from '../../_domain/eligibility/records'
import { requireConsents } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { applicationMessage } from '../../_shell/messages'
import { applicationTerms } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'
import { applicationFor, requireStranger } from './application-for'

/** Whoever applied is told, if they may still know: a relative may have been sent away meanwhile. */
async function messageFor(work: Work, application: ApplicationRecord) {
  const { notify, elderId } = application
  const account = notify === null ? null : await work.find('accounts', notify)
  return account && relationTo(account, elderId, 'order') ? applicationMessage(application) : null
}

/** Whether this is what was decided already. */
function isSameDecision(before: ApplicationRecord, { verdict, from, to, missing, reason }: Verdict): boolean {
  if (before.state !== stateOf[verdict] || before.reason !== reason) return false
  if (verdict === 'approve') return before.from === from && before.to === to
  return verdict === 'refuse' || before.missing.join() === missing.join()
}

const stateOf = { approve: 'approved', return: 'returned', refuse: 'refused' } as const

export const decide: Handler<typeof eligibility.decide> = async (ctx, input) => {
  const { applicationId, verdict, from = localDate(ctx.now), to = null, missing = [], reason = null } = input
  await applicationFor(ctx, applicationId)
  const by = ctx.actor()
  const me = personOf(ctx.callerId())
  const stored = await ctx.transact('applications', async (work) => {
    const before = await work.get('applications', applicationId)
    requireStranger(ctx, before)
    const isMine = before.reviewerPerson === me
    if (isMine && isSameDecision(before, { verdict, from, to, missing, reason }))
      return { record: before, by }
    if (!isMine) throw new AppError('WRONG_STATE', { state: before.state })
    const elder = await work.get('elders', before.elderId)
    if (elder.state === 'erased') throw new AppError('NOT_FOUND', { applicationId })
    if (verdict !== 'return') requireConsents(elder.consents, ['category'])
    const wish = { verdict, from, to, missing, reason }
    const { application, determination } = decideOn(before, wish, { by, now: ctx.now })
    const after = decidedElder(elder, determination)
    if (after !== elder) work.put('elders', after)
    work.put('determinations', determination)
    work.put('applications', application)
    return { record: application, by, about: verdict, message: await messageFor(work, application) }
  })
  return shownApplication(stored, ctx.now, applicationTerms.objection)
}
