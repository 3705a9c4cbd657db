import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { changeSayable, touchesHealth } from '../../_domain/people/elders/changing'
import { requireActive, requireConsents } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { changedContacts, samePhone, sealedPhone } from '../../_shell/sealed-parts'
import { changeElder } from './change-elder'

export const correct: Handler<typeof people.correct> = (ctx, { elderId, changes, channel }) =>
  changeElder(
    ctx,
    elderId,
    async (elder, { relation }, work) => {
      const { phone, contacts, place } = changes
      if (relation && relation.relation !== 'guardian') requireActive(elder)
      if (relation && relation.relation !== 'guardian' && (changes.diet || changes.allergies)) {
        if (!relation.scopes.includes('health')) throw new AppError('FORBIDDEN')
      }
      if (touchesHealth(changes)) requireConsents(elder.consents, ['health'])
      if (place) requireConsents(elder.consents, ['location'])
      const station = await work.get('stations', elder.stationId)
      return {
        ...changeSayable(elder, changes, station),
        ...(phone !== undefined && !samePhone(elder, phone) && sealedPhone(elderId, phone)),
        ...(contacts && { contacts: changedContacts(elder, contacts) }),
      }
    },
    { channel, about: Object.keys(changes).sort().join(',') },
  )
