import { AppError } from '#types/errors'
import type { visits } from '#types/visits'
import { telephonesOf } from '../_domain/people/elders/telephones'
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
  const phone = called && (await numberOf(called, visit, ctx.now))
  if (!called || phone === null) throw new AppError('NOT_FOUND', { whom })
  const about = named[called.who]
  if (about !== null) await ctx.look(visit, about)
  return { phone }
}

/** The number in full; null where there is none. @throws AppError `KEY_LOST` */
async function numberOf(
  called: Called,
  { elderId, stationId }: VisitRecord,
  now: Date,
): Promise<string | null> {
  if (called.who === 'station') return (await answeringFor(stationId, now))?.phone ?? null
  const { own, contacts } = telephonesOf(await registrationsOf(elderId))
  if (called.who === 'elder') {
    const hers = own[called.nth]
    return hers ? unseal(hers.phone.sealed, sealedAs(hers.id, 'phone')) : null
  }
  const found = contacts[called.nth]
  return found ? unseal(found.contact.sealed, sealedAs(found.of.id, 'contacts')) : null
}
