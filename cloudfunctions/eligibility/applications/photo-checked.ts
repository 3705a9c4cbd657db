import * as z from '#types/z'
import { withRefused } from '../../_domain/eligibility/photos'
import type { UploadRecord } from '../../_domain/eligibility/records'
import { select } from '../../_shell/cloud'
import { everyPage } from '../../_shell/every-page'
import { dishPhotoJudged } from '../../_shell/photos/dish-judged'
import { retried } from '../../_shell/transact'

/** What WeChat tells of a photo: `pass`, `review` for what a person should look at, `risky`; no result where it could not look at it. */
const Answer = z.object({
  trace_id: z.string(),
  result: z.optional(z.object({ suggest: z.string() })),
})

/**
 * Hears what WeChat found in a photo. A paper that is refused nobody is shown any more, and the application says so; of all the rest its
 * reviewer judges. WeChat pushes to one function alone, so photos of dishes are heard of here, too. The number is WeChat's and ours alone,
 * so nobody else can speak of a photo.
 */
export async function photoChecked(push: unknown): Promise<void> {
  const answer = Answer.safeParse(push)
  if (!answer.success) return
  const { trace_id: traceId, result } = answer.data
  const [upload] = await select('uploads', { where: { traceId }, limit: 1 })
  if (upload) return result?.suggest === 'risky' ? paperRefused(upload) : undefined
  const [dish] = await select('dishPhotos', { where: { traceId }, limit: 1 })
  if (dish) await dishPhotoJudged(dish, result?.suggest ?? null)
}

async function paperRefused({ elderId, sealed }: UploadRecord): Promise<void> {
  if (!sealed) return
  await everyPage('applications', { elderId }, async (page) => {
    for (const one of page) if (withRefused(one, sealed) !== one) await refuse(one.id, sealed)
  })
}

const refuse = (applicationId: string, fileId: string): Promise<void> =>
  retried(async (tx) => {
    const current = await tx.find('applications', applicationId)
    const after = current && withRefused(current, fileId)
    if (after && after !== current) await tx.put('applications', after)
  })
