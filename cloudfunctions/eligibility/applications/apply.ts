import { localDate } from '#types/days'
import type { eligibility } from '#types/eligibility'
import { AppError } from '#types/errors'
import { applicationId } from '#types/ids'
import { requireNotUnderWay, shownApplication, submit } from '../../_domain/eligibility/applications'
import { applicableFor, papersFor, requireNotHeld } from '../../_domain/eligibility/entitlements'
import { uploadIdIn } from '../../_domain/eligibility/photos'
import type { ApplicationRecord } from '../../_domain/eligibility/records'
import { withoutReturned, withReturned } from '../../_domain/eligibility/returned'
import { requireAlive } from '../../_domain/people/elders/ending'
import { toldOf } from '../../_domain/people/elders/told'
import { requireNotJoined } from '../../_domain/people/likenesses/joining'
import { united } from '../../_domain/people/likenesses/united'
import { requireConsents } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { putElder } from '../../_shell/elder-records/put-elder'
import { askAbout } from '../../_shell/photos/ask'
import { applicationTerms, holidays, policiesOf } from '../../_shell/policies'
import { joinedOf } from '../../_shell/registrations'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'
import { elderFor } from './elder-for'
import { sealPapers } from './seal-papers'

export const apply: Handler<typeof eligibility.apply> = async (ctx, input) => {
  const { category, note = null, channel } = input
  const { elder } = await elderFor(ctx, input.elderId)
  requireNotJoined(elder)
  const { id: elderId } = elder
  const by = ctx.actor(channel)
  const on = localDate(ctx.now)
  const offered = applicableFor(category, await policiesOf(elder.district, ctx.now), on)

  const id = applicationId(elderId, category)
  const earlier = await find('applications', id)
  const isSame = earlier?.body === ctx.body && earlier.state === 'submitted' // a double tap, or a reply that got lost
  if (!offered && earlier?.body !== ctx.body) throw new AppError('NOT_OFFERED', { category }) // before a photo is sealed for it
  const documents = isSame ? null : await sealPapers(ctx, elderId, input.documents)
  const stored = await ctx.transact('applications', async (work) => {
    const before = await work.find('applications', id)
    if (before?.body === ctx.body && before.state === 'submitted') return { record: before, by }
    if (!documents) throw new AppError('BUSY') // somebody looks at it since a moment ago: what is sent now is another wish
    if (!offered) throw new AppError('NOT_OFFERED', { category })
    const now = await work.get('elders', elderId)
    requireAlive(now)
    requireConsents(now.consents, ['category'])
    const others = await joinedOf(now, work.find)
    requireNotHeld(united(now, others), category, on, applicationTerms)
    requireNotUnderWay(await applicationsOf(work, others, category))
    const application = submit(now, before, {
      category,
      label: offered.label,
      papers: papersFor(offered, applicationTerms),
      documents,
      note,
      by,
      applicant: personOf(ctx.callerId()),
      notify: toldOf(by, ctx.openid, elder, ctx.now),
      now: ctx.now,
      dueWorkdays: applicationTerms.dueWorkdays,
      calendar: holidays,
      key: ctx.key,
      body: ctx.body,
    })
    await putElder(work, now, withReturned(now, application, personOf)) // whoever withdraws a consent at this moment has to look again
    for (const one of others) {
      const without = withoutReturned(one, category)
      if (without !== one) await putElder(work, one, without)
    }
    work.put('applications', application)
    return { record: application, by }
  })
  // An application does not depend on the answer: until then, and where none comes, a photo is for its reviewer alone.
  const papers = documents?.map(({ path, fileId }) => ({ id: uploadIdIn(path), fileId }))
  if (papers) await askAbout(ctx.callerId(), 'uploads', papers)
  return shownApplication(stored, ctx.now, applicationTerms.objection)
}

/** What was sent for the same category under other registrations of hers. */
async function applicationsOf(work: Work, others: readonly ElderRecord[], category: string) {
  const sent: (ApplicationRecord | null)[] = []
  for (const { id } of others) sent.push(await work.find('applications', applicationId(id, category)))
  return sent
}
