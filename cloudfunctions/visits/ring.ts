import { AppError } from '#types/errors'
import type { visits } from '#types/visits'
import { telephonesOf } from '../_domain/people/elders/telephones'
import type { ElderRecord } from '../_domain/people/records'
import { type Called, calledBy, mayRingStationAlone, requireMayRing } from '../_domain/visits/callable'
import type { VisitRecord } from '../_domain/visits/records'
import { answeringFor } from '../_shell/answering'
import type { Handler } from '../_shell/context'
import { registrationsOf } from '../_shell/registrations'
import { sealedAs } from '../_shell/sealed-parts'
import { unseal } from '../_shell/secrets'
import { permittedVisit } from './permitted-visit'

/** What stands in her log of whose number was asked for; the station's is everybody's. */
const named = { elder: 'phone', contact: 'contacts', station: null } as const

export const ring: Handler<typeof visits.ring> = async (ctx, { visitId, whom }) => {
  const visit = await permittedVisit(ctx, visitId)
  const account = ctx.knownAccount()
  if (whom !== 'station' || !mayRingStationAlone(visit, account)) requireMayRing(visit, account)
  const called = calledBy(whom)
  const found = called && (await numberOf(called, visit, ctx.now))
  if (!found) throw new AppError('NOT_FOUND', { whom })
  const about = named[called.who]
  if (about !== null) await ctx.look(visit, about)
  if (about !== null && found.of && found.of.id !== visit.elderId)
    await ctx.look({ ...found.of, elderId: found.of.id }, about)
  return { phone: found.phone }
}

/**
 * The number in full, and in which registration of hers it stands; null: in none of hers, or there is none.
 * @throws AppError `KEY_LOST`
 */
async function numberOf(
  called: Called,
  { elderId, stationId }: VisitRecord,
  now: Date,
): Promise<{ phone: string; of: ElderRecord | null } | null> {
  if (called.who === 'station') {
    const answering = await answeringFor(stationId, now)
    return answering?.phone ? { phone: answering.phone, of: null } : null
  }
  const { own, contacts } = telephonesOf(await registrationsOf(elderId))
  if (called.who === 'elder') {
    const hers = own[called.nth]
    return hers ? { phone: unseal(hers.phone.sealed, sealedAs(hers.id, 'phone')), of: hers } : null
  }
  const found = contacts[called.nth]
  if (!found) return null
  return { phone: unseal(found.contact.sealed, sealedAs(found.of.id, 'contacts')), of: found.of }
}
