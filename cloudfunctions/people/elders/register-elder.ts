import type { Actor } from '#types/actors'
import type { NewElder, Registered } from '#types/people/elders'
import type { Telling } from '../../_domain/messages/records'
import type { KnownIdentity } from '../../_domain/people/elders/identity'
import { registerElder } from '../../_domain/people/elders/registering'
import { type Decision, firstTrail } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import type { StationRecord } from '../../_domain/stations/records'
import type { Ctx } from '../../_shell/context'
import { sealedContacts, sealedIdNumber, sealedPhone } from '../../_shell/sealed-parts'
import type { Work } from '../../_shell/transact'
import { lookForAll, lookForLikeness } from '../likenesses/look-for-likeness'
import { idFor } from './elder-ids'
import { freeCard } from './free-card'
import { besideOf, type Proof, putNumber } from './id-number'
import { stationFor } from './station-for'

/** Who registers whom, and what becomes of the accounts concerned. */
interface Registration {
  elder: NewElder
  known: KnownIdentity
  stationId: string
  state: ElderRecord['state']
  /** What she agrees to; may refuse. */
  consents(): ElderRecord['consents']
  /** Whose yes the consents are; null where nobody has said one yet. */
  decision: Decision | null
  verifiedBy: string | null
  /** Null where nobody of a station has seen her. */
  seen: ElderRecord['seen']
  openid: string | null
  /** Who is registering. */
  by: Actor
  /** What else has to hold for somebody new. */
  requires?(station: StationRecord): Promise<void>
  /** What else is stored with her: accounts, a relation. */
  also?(work: Work, elder: ElderRecord, station: StationRecord): Promise<void>
  /** Who is to be told of her. */
  tells?(elder: ElderRecord): Promise<Telling | null>
  /** Refuses to answer for somebody registered before. */
  again?(work: Work, elder: ElderRecord): Promise<void>
  /** A clerk who writes her number down; null where no clerk does. */
  proof: Proof | null
  /** Ids of elders whom the caller has looked at: this is another person. */
  apart?: readonly string[]
}

/**
 * Registers an elder: her record, the digest that finds her again, her card and the paper trail, all or none. Whom this very wish
 * has registered already is told first, whatever has become of the station or of the texts since.
 */
export async function registerInto(ctx: Ctx, registration: Registration): Promise<Registered> {
  const { elder: wish, known, stationId, by, decision, proof } = registration
  const { readingsOf } = await import('../../_shell/names/readings') // a cold start should not wait for a dictionary
  let without: readonly ElderRecord[] = []
  const record = await ctx.transact('elders', async (work) => {
    const { id, earlier } = await idFor(ctx, work)
    if (earlier) {
      await registration.again?.(work, earlier)
      return { record: { ...earlier, elderId: id }, by }
    }
    const station = await stationFor(stationId, ctx.now)
    const consents = registration.consents()
    await registration.requires?.(station)
    const whose = { id, district: station.district, stationId: station.id }
    const { isPending, left } = known.idNumber
      ? await putNumber(work, known.idNumber, whose, { proof, now: ctx.now })
      : { isPending: false, left: [] }
    without = left

    const elder = registerElder(wish, known, {
      id,
      station,
      code: await freeCard(work, id),
      state: registration.state,
      consents,
      verifiedBy: registration.verifiedBy,
      seen: registration.seen,
      ...(isPending && { isIdPending: true }),
      ...(registration.state === 'pending' && { unconfirmedSince: ctx.now.toISOString() }),
      openid: registration.openid,
      circle: [],
      readings: readingsOf(wish.name),
      sealed: {
        idNumber: sealedIdNumber(id, known.idNumber),
        ...sealedPhone(id, wish.phone ?? null),
        contacts: sealedContacts(id, wish.contacts ?? []),
      },
    })
    work.put('elders', elder)
    work.put('cards', { id: elder.code, district: elder.district, elderId: id })
    const trail = decision && { decision, actor: by, now: ctx.now, requestId: ctx.requestId }
    for (const line of trail ? firstTrail(elder, trail) : []) work.put('consents', line)
    await registration.also?.(work, elder, station)
    const tells = (await registration.tells?.(elder)) ?? null
    const besides = { records: besideOf(left), about: 'others' }
    return { record: { ...elder, elderId: id }, by, besides, tells }
  })
  await lookForLikeness(ctx, record, { apart: registration.apart, by: by.name })
  await lookForAll(ctx, without)
  const { name, state, code, stationName } = record
  return { elderId: record.id, name, state, code, stationName }
}
