import * as z from '#types/z'
import { withRefused } from '../../_domain/eligibility/photos'
import { select } from '../../_shell/cloud'
import { everyPage } from '../../_shell/every-page'
import { retried } from '../../_shell/transact'

/** What WeChat tells of a photo: `pass`, `review` for what a person should look at, `risky`. */
const Answer = z.object({ trace_id: z.string(), result: z.object({ suggest: z.string() }) })

/**
 * Hears what WeChat found in a photo. What is refused nobody is shown any more, and the application says so; of all the rest its
 * reviewer judges. The number is WeChat's and ours alone, so nobody else can speak of a photo.
 */
export async function photoChecked(push: unknown): Promise<void> {
  const answer = Answer.safeParse(push)
  if (!answer.success || answer.data.result.suggest !== 'risky') return
  const [upload] = await select('uploads', { where: { traceId: answer.data.trace_id }, limit: 1 })
  if (!upload?.sealed) return
  const { elderId, sealed } = upload
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
