import { following } from '../../_domain/elder-bound'
import { find, updateWhere } from '../../_shell/cloud'
import { ofElder } from '../../_shell/where'

/** News of what an elder booked or asked for herself, or a station booked for her, goes to the phone that is hers now. */
export async function tellOwnPhone(elderId: string, openid: string): Promise<void> {
  const elder = await find('elders', elderId)
  if (elder?.openid !== openid) return // an old code, sent again
  await updateWhere('relations', { elderId, state: 'asked', asksElder: false }, { asksElder: true }) // more than were changed with her
  await Promise.all(
    following.map(async ([name, row]) => {
      const { told } = row
      if (told === 'nobody' || 'asked' in told) return
      const isElsewhere = { [told.field]: { not: openid }, ...told.hers }
      await updateWhere(name, ofElder(row, elderId, isElsewhere), { [told.field]: openid })
    }),
  )
}
