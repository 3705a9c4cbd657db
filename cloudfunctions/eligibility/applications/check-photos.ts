import type { NewDocument } from '#types/eligibility/applications'
import { uploadIdIn } from '../../_domain/eligibility/photos'
import { judgePhoto, linksTo, updateWhere } from '../../_shell/cloud'

/** Seconds for which WeChat can open a photo: it answers within half an hour. */
const AN_HOUR = 3600

/**
 * Asks WeChat to look at photos that were just sent; `photoChecked` hears its answer. An application does not depend on it: until then,
 * and where none comes, a photo is for its reviewer alone.
 * @param openid of whoever sent them a moment ago
 */
export async function checkPhotos(openid: string, papers: readonly NewDocument[]): Promise<void> {
  try {
    const links = await linksTo(
      papers.map(({ fileId }) => fileId),
      AN_HOUR,
    )
    for (const [place, { path }] of papers.entries()) {
      const link = links[place]
      const traceId = link && (await judgePhoto(openid, link))
      if (traceId) await updateWhere('uploads', { _id: uploadIdIn(path) }, { traceId })
    }
  } catch (error) {
    console.error(JSON.stringify({ what: 'photos not checked', error: String(error) }))
  }
}
