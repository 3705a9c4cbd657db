import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import type { NewElder, Registered } from '#types/people/elders'
import { maskName } from '../../_domain/base/masks'
import { identityOf, type KnownIdentity } from '../../_domain/people/elders/identity'
import { registerElder } from '../../_domain/people/elders/registering'
import { summaryOf } from '../../_domain/people/elders/summary'
import { consentRecord, type Decision } from '../../_domain/people/privacy/consents'
import type { AccountRecord, ElderRecord } from '../../_domain/people/records'
import type { StationRecord } from '../../_domain/stations/records'
import { find } from '../../_shell/cloud'
import { codeFor, MOST_CODES } from '../../_shell/codes'
import type { Ctx } from '../../_shell/context'
import { digestsOf, sealedContacts, sealedIdNumber, sealedPhone } from '../../_shell/sealed-parts'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'

/** Who registers whom, and what becomes of the accounts concerned. */
interface Registration {
  elder: NewElder
  stationId: string
  state: ElderRecord['state']
  consents: ElderRecord['consents']
  /** Whose yes the consents are; null where nobody has said one yet. */
  decision: ((name: string) => Decision) | null
  verifiedBy: string | null
  openid: string | null
  /** Who is registering, by name. */
  name: string
  by: Actor
  /** What else is stored with her: accounts, a relation. */
  also?(work: Work, elder: ElderRecord): Promise<void>
  /** Refuses to answer for somebody registered before. */
  again?(work: Work, elder: ElderRecord): Promise<void>
  /** Whether the caller may know where an elder who is found already is. */
  tellsId: boolean
}

/** So often can somebody be registered by one wish again after having been deleted. */
const MOST_RETURNS = 5

/**
 * The ids that the elder may have whom this caller registers by this wish: the same wish twice is the same person, unless her
 * data were deleted in between.
 */
export const elderIdsOf = (ctx: Ctx): string[] =>
  Array.from(
    { length: MOST_RETURNS },
    (_, nth) => `e-${personOf(`${ctx.callerId()} ${ctx.body}${nth === 0 ? '' : ` ${nth}`}`)}`,
  )

/** Reads who she is and where she belongs, before anything is stored. */
export async function preparedFor(
  ctx: Ctx,
  elder: NewElder,
  stationId: string,
): Promise<{ known: KnownIdentity; station: StationRecord }> {
  const known = identityOf(elder, ctx.now)
  const station = await find('stations', stationId)
  if (!station) throw new AppError('NOT_FOUND', { stationId })
  return { known, station }
}

/** Registers an elder: her record, the digest that finds her again, her card and the paper trail, all or none. */
export async function registerInto(
  ctx: Ctx,
  { known, station }: { known: KnownIdentity; station: StationRecord },
  registration: Registration,
): Promise<Registered> {
  const { elder: wish, by, decision } = registration
  const record = await ctx.transactAs(registration.name, 'elders', async (work) => {
    const { id, earlier } = await idFor(ctx, work)
    if (earlier) {
      await registration.again?.(work, earlier)
      return { record: { ...earlier, elderId: id }, by }
    }
    if (known.idNumber)
      await requireNew(work, known.idNumber, { tellsId: registration.tellsId, name: wish.name })

    const elder = registerElder(wish, known, {
      id,
      station,
      code: await freeCard(work, id),
      state: registration.state,
      consents: registration.consents,
      verifiedBy: registration.verifiedBy,
      openid: registration.openid,
      circle: [],
      sealed: {
        idNumber: sealedIdNumber(id, known.idNumber),
        ...sealedPhone(id, wish.phone ?? null),
        contacts: sealedContacts(id, wish.contacts ?? []),
      },
    })
    work.put('elders', elder)
    work.put('cards', { id: elder.code, district: elder.district, elderId: id })
    if (elder.idNumber)
      work.put('identities', { id: elder.idNumber.digest, district: elder.district, elderId: id })
    if (decision) writeConsents(work, ctx, elder, { decision: decision(elder.name), by })
    await registration.also?.(work, elder)
    return { record: { ...elder, elderId: id }, by }
  })
  const { name, state, code, stationName } = record
  return { elderId: record.id, name, state, code, stationName }
}

/** The id for a new elder, or the one whom this wish has registered already. */
async function idFor(ctx: Ctx, work: Work): Promise<{ id: string; earlier: ElderRecord | null }> {
  for (const id of elderIdsOf(ctx)) {
    const earlier = await work.find('elders', id)
    if (earlier?.state !== 'erased') return { id, earlier }
  }
  throw new AppError('ALREADY_REGISTERED')
}

/** @throws AppError `ALREADY_REGISTERED`: a clerk is told who it is, whoever knows her name where to ask, anybody else nothing */
export async function requireNew(
  work: Work,
  idNumber: string,
  { tellsId, name, ownId }: { tellsId: boolean; name: string; ownId?: string },
): Promise<void> {
  for (const digest of digestsOf(idNumber)) {
    const known = await work.find('identities', digest)
    const elder = known && known.elderId !== ownId ? await work.find('elders', known.elderId) : null
    if (!elder) continue
    const station = await work.find('stations', elder.stationId)
    throw new AppError('ALREADY_REGISTERED', {
      ...(tellsId && { elderId: elder.id }),
      ...((tellsId || elder.name === name) && {
        name: maskName(elder.name),
        stationName: elder.stationName,
        ...(station?.phone && { stationPhone: station.phone }),
      }),
    })
  }
}

/** A card's code that nobody has. @param wish the elder's id, and the code that it replaces */
export async function freeCard(work: Work, wish: string): Promise<string> {
  for (let nth = 0; nth < MOST_CODES; nth++) {
    const code = codeFor(`card ${wish}`, nth)
    if (!(await work.find('cards', code))) return code
  }
  throw new Error('no code is free')
}

function writeConsents(
  work: Work,
  ctx: Ctx,
  elder: ElderRecord,
  { decision, by }: { decision: Decision; by: Actor },
): void {
  for (const purpose of ['service', 'health', 'category', 'location'] as const) {
    const given = elder.consents[purpose]
    if (!given) continue
    const said = { purpose, version: given.version, isGiven: true }
    const id = `${elder.id}_${purpose}_${ctx.requestId}`
    work.put('consents', consentRecord(id, said, { elder, decision, actor: by, now: ctx.now }))
  }
}

/** An account that is the elder's own now. */
export const ownAccount = (account: AccountRecord, elder: ElderRecord): AccountRecord => ({
  ...account,
  name: elder.name,
  self: summaryOf(elder),
})
