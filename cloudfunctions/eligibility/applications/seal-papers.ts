import type { NewDocument } from '#types/eligibility/applications'
import { paperPath, requireOwnPhotos, uploadIdIn } from '../../_domain/eligibility/photos'
import { find, ownEnvironment } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { sealPhotos } from '../../_shell/photos/seal'

/**
 * The papers of an application, each as the copy that is kept of its photo. Only photos that count.
 * @throws AppError `DOCUMENT_MISSING`, `NOT_A_PHOTO`
 */
export async function sealPapers(
  ctx: Ctx,
  elderId: string,
  documents: readonly NewDocument[],
): Promise<NewDocument[]> {
  const uploads = await Promise.all(documents.map(({ path }) => find('uploads', uploadIdIn(path))))
  const caller = { elderId, openid: ctx.openid, environment: ownEnvironment(), now: ctx.now }
  const given = requireOwnPhotos(documents, uploads, caller)
  const copyPath = (upload: { elderId: string }, name: string) => paperPath(upload.elderId, name)
  const papers = await sealPhotos(given, { places: 'uploads', copyPath })
  return documents.map((document, place) => ({ ...document, fileId: papers[place] ?? document.fileId }))
}
