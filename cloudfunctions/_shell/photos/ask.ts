import { judgePhoto, linksTo, updateWhere } from '../cloud'
import type { Places } from './seal'

/** Seconds for which WeChat can open a photo: it answers within half an hour. */
const AN_HOUR = 3600

/**
 * Asks WeChat to look at photos that were just sent; `photoChecked` hears its answer.
 * @param openid of whoever sent them a moment ago
 * @param copies what the storage calls them, and the ids of their places
 * @returns whether it was asked about all of them, and will answer
 */
export async function askAbout(
  openid: string,
  places: Places,
  copies: readonly { id: string; fileId: string }[],
): Promise<boolean> {
  try {
    const links = await linksTo(
      copies.map(({ fileId }) => fileId),
      AN_HOUR,
    )
    let asked = 0
    for (const [place, { id }] of copies.entries()) {
      const link = links[place]
      const traceId = link && (await judgePhoto(openid, link))
      if (!traceId) continue
      await updateWhere(places, { _id: id }, { traceId })
      asked++
    }
    return asked === copies.length
  } catch (error) {
    console.error(JSON.stringify({ what: 'photos not checked', error: String(error) }))
    return false
  }
}
