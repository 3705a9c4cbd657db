import { localDate } from '#types/days'
import type { eligibility } from '#types/eligibility'
import type { NewDocument } from '#types/eligibility/applications'
import { AppError } from '#types/errors'
import { applicationId } from '#types/ids'
import { TELLING_BYTES } from '#types/photos'
import { shownApplication, submit } from '../../_domain/eligibility/applications'
import { applicableFor, papersFor, requireNotHeld } from '../../_domain/eligibility/entitlements'
import { requireOwnPhotos, requirePhotos, uploadIdIn } from '../../_domain/eligibility/photos'
import { withReturned } from '../../_domain/eligibility/returned'
import { requireAlive } from '../../_domain/people/elders/ending'
import { toldOf } from '../../_domain/people/elders/told'
import { requireConsents } from '../../_domain/people/privacy/consents'
import { beginningOf } from '../../_shell/beginnings'
import { find, linksTo, ownEnvironment } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { putElder } from '../../_shell/elder-records/put-elder'
import { applicationTerms, holidays, policiesOf } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'
import { elderFor } from './elder-for'

/** Seconds for which a photo may be looked at. */
const A_MOMENT = 60

export const apply: Handler<typeof eligibility.apply> = async (ctx, input) => {
  const { elderId, category, documents, note = null, channel } = input
  const { elder } = await elderFor(ctx, elderId)
  const by = ctx.actor(channel)
  const on = localDate(ctx.now)
  const offered = applicableFor(category, await policiesOf(elder.district, ctx.now), on)

  const id = applicationId(elderId, category)
  const earlier = await find('applications', id)
  const isSame = earlier?.body === ctx.body // a double tap, or a reply that got lost: the photos were seen
  if (!isSame) await requireStored(ctx, elderId, documents)
  const stored = await ctx.transact('applications', async (work) => {
    const before = await work.find('applications', id)
    if (before?.body === ctx.body && before.state === 'submitted') return { record: before, by }
    if (!offered) throw new AppError('NOT_OFFERED', { category })
    const now = await work.get('elders', elderId)
    requireAlive(now)
    requireConsents(now.consents, ['category'])
    requireNotHeld(now, category, on, applicationTerms)
    const application = submit(now, before, {
      category,
      label: offered.label,
      papers: papersFor(offered, applicationTerms),
      documents,
      note,
      by,
      applicant: personOf(ctx.callerId()),
      notify: toldOf(by, ctx.openid, elder),
      now: ctx.now,
      dueWorkdays: applicationTerms.dueWorkdays,
      calendar: holidays,
      key: ctx.key,
      body: ctx.body,
    })
    await putElder(work, now, withReturned(now, application, personOf)) // whoever withdraws a consent at this moment has to look again
    work.put('applications', application)
    return { record: application, by }
  })
  return shownApplication(stored, ctx.now, applicationTerms.objection)
}

/** Only photos that count, have arrived and are photos. @throws AppError `DOCUMENT_MISSING`, `NOT_A_PHOTO` */
async function requireStored(ctx: Ctx, elderId: string, documents: readonly NewDocument[]): Promise<void> {
  const uploads = await Promise.all(documents.map(({ path }) => find('uploads', uploadIdIn(path))))
  requireOwnPhotos(documents, uploads, { elderId, openid: ctx.openid, environment: ownEnvironment() })
  const fileIds = documents.map(({ fileId }) => fileId)
  const links = await linksTo(fileIds, A_MOMENT)
  const beginnings: Uint8Array[] = []
  for (const link of links) {
    const beginning = link === null ? null : await beginningOf(link, TELLING_BYTES)
    if (beginning === null) throw new AppError('DOCUMENT_MISSING')
    beginnings.push(beginning)
  }
  requirePhotos(documents, beginnings)
}
