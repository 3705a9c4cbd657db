import { command, find, updateWhere } from '../../_shell/cloud'

/** News of what an elder booked or asked for herself, or a station booked for her, goes to the phone that is hers now. */
export async function tellOwnPhone(elderId: string, openid: string): Promise<void> {
  const elder = await find('elders', elderId)
  if (elder?.openid !== openid) return // an old code, sent again
  const isElsewhere = { elderId, notify: command.neq(openid) }
  await Promise.all([
    updateWhere(
      'mealOrders',
      { ...isElsewhere, 'placedBy.role': command.in(['elder', 'clerk', 'manager']) },
      { notify: openid },
    ),
    updateWhere('visits', { ...isElsewhere, 'askedBy.role': 'elder' }, { notify: openid }),
  ])
}
