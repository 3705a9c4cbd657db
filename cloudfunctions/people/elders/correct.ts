import type { people } from '#types/people'
import { changeSayable, requireSayable } from '../../_domain/people/elders/changing'
import type { Handler } from '../../_shell/context'
import { changedContacts, samePhone, sealedPhone } from '../../_shell/sealed-parts'
import { changeElder } from './change-elder'

export const correct: Handler<typeof people.correct> = (ctx, { elderId, changes, channel }) =>
  changeElder(
    ctx,
    elderId,
    async (elder, grant, work) => {
      requireSayable(elder, changes, grant)
      const { phone, contacts } = changes
      const station = await work.get('stations', elder.stationId)
      return {
        ...changeSayable(elder, changes, station),
        ...(phone !== undefined && !samePhone(elder, phone) && sealedPhone(elderId, phone)),
        ...(contacts && { contacts: changedContacts(elder, contacts) }),
      }
    },
    { channel, about: Object.keys(changes).sort().join(',') },
  )
