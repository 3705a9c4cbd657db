import type { people } from '#types/people'
import { changeSayable, requireSayable, touchesHome } from '../../_domain/people/elders/changing'
import { withHomeBehind } from '../../_domain/people/elders/records-behind'
import { withoutUnsaid } from '../../_domain/people/likenesses/united'
import type { ElderRecord } from '../../_domain/people/records'
import type { Handler } from '../../_shell/context'
import { alignRecords } from '../../_shell/elder-records/align'
import { withSettled } from '../../_shell/elder-records/partable'
import { changedContacts, samePhone, sealedPhone } from '../../_shell/sealed-parts'
import { lookForLikeness } from '../likenesses/look-for-likeness'
import { withJoined } from '../likenesses/with-joined'
import { changedElder, shownElder } from './change-elder'

export const correct: Handler<typeof people.correct> = async (ctx, { elderId, changes, channel }) => {
  const elder = await changedElder(
    ctx,
    elderId,
    async (before, grant, work) => {
      requireSayable(before, changes, grant)
      const { phone, contacts } = changes
      const station = await work.get('stations', before.stationId)
      const after = {
        ...changeSayable(before, changes, station),
        ...(phone !== undefined && !samePhone(before, phone) && sealedPhone(before.id, phone)),
        ...(contacts && { contacts: changedContacts(before, contacts) }),
      }
      return withHomeBehind(before, after, ctx.now)
    },
    { channel, about: Object.keys(changes).sort().join(',') },
  )
  const change = (one: ElderRecord) => withoutUnsaid(one, changes)
  if (changes.diet || changes.allergies)
    await withJoined(ctx, await withSettled(elder, ctx.now), { change, about: 'diet,allergies' })
  if (touchesHome(changes)) {
    await alignRecords([elder], ctx.now)
    await lookForLikeness(ctx, elder)
  }
  return shownElder(ctx, elder)
}
