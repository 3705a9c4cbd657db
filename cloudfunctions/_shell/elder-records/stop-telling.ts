import { following } from '../../_domain/elder-bound'
import { updateWhere } from '../cloud'
import { ofElder } from '../where'

/** Whoever is no longer in an elder's circle gets no more news of what they once booked or asked for. */
export async function stopTelling(elderId: string, openid: string): Promise<void> {
  await Promise.all(
    following.map(async ([name, row]) => {
      const { told } = row
      if (told === 'nobody' || 'asked' in told) return
      await updateWhere(name, ofElder(row, elderId, { [told.field]: openid }), { [told.field]: null })
    }),
  )
}
