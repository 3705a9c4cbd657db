import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import type { Agreed, ConsentState, Purpose } from '#types/people/elders'
import { purposes } from '#types/people/elders'
import type { Instant } from '#types/values'
import type { StationRecord } from '../../stations/records'
import type { ConsentRecord } from '../circle/records'
import { homeAt } from '../elders/place'
import type { ElderRecord } from '../records'

/** The words that people are asked, as data: one text in force per purpose. */
interface ConsentTexts {
  texts: readonly { purpose: string; version: string; title: string; text: string }[]
}

/** Whose yes or no it is, and how it was said. */
export interface Decision {
  by: string
  capacity: 'elder' | 'guardian'
  how: 'app' | 'paper' | 'spoken'
  form: string | null
  witness: string | null
}

type Given = ElderRecord['consents'][Purpose]
type Consents = ElderRecord['consents']

/** Nothing agreed to. */
export const noConsents: Consents = { service: null, health: null, category: null, location: null }

/** The text in force for a purpose, or for letting somebody into the circle. */
export function textFor(purpose: Purpose | 'circle', { texts }: ConsentTexts): ConsentTexts['texts'][number] {
  const text = texts.find((one) => one.purpose === purpose)
  if (!text) throw new Error(`there is no text for ${purpose}`)
  return text
}

/** What she said in another registration of hers, and until when that can be parted from hers; null: it is for good. */
interface Other {
  consents: Consents
  partableUntil: Instant | null
}

/**
 * Every purpose with its text, and what the elder said to it.
 * @param others what she said in registrations that were joined to hers: it covers what they say, and can be taken back here
 */
export function consentStates(
  given: Consents,
  texts: ConsentTexts,
  others: readonly Other[] = [],
): ConsentState[] {
  return purposes.map((purpose) => {
    const { version, title, text } = textFor(purpose, texts)
    const agreed = others.filter(({ consents }) => consents[purpose] !== null)
    const other = agreed[0]?.consents[purpose] ?? null
    const own = given[purpose]
    const asideUntil = agreed
      .flatMap(({ partableUntil }) => partableUntil ?? [])
      .sort()
      .at(-1)
    return {
      ...{ purpose, version, title, text, given: own ?? other },
      ...(own === null && other !== null && { isOfOther: true as const }),
      ...(asideUntil !== undefined && { asideUntil }),
    }
  })
}

/**
 * What somebody agreed to, as it is kept with the elder.
 * @throws AppError `CONSENT_OUTDATED` when another text than theirs is in force
 */
export function givenConsents(
  agreed: readonly Agreed[],
  decision: Decision,
  { texts, now }: { texts: ConsentTexts; now: Date },
): Consents {
  const given = { ...noConsents }
  for (const { purpose, version } of agreed) {
    if (textFor(purpose, texts).version !== version) throw new AppError('CONSENT_OUTDATED', { purpose })
    given[purpose] = givenBy(decision, version, now)
  }
  return given
}

/**
 * What somebody agrees to who is registered: without the service itself there is nothing to register for.
 * @throws AppError `CONSENT_OUTDATED`, `CONSENT_MISSING`
 */
export function firstConsents(
  agreed: readonly Agreed[],
  decision: Decision,
  about: { texts: ConsentTexts; now: Date },
): Consents {
  const given = givenConsents(agreed, decision, about)
  requireConsents(given, ['service'])
  return given
}

/** One yes, as it is kept with the elder. */
export function givenBy(
  { by, capacity, how, witness }: Decision,
  version: string,
  now: Date,
): NonNullable<Given> {
  return { version, at: now.toISOString(), by, capacity, how, witness }
}

/** @throws AppError `CONSENT_MISSING` naming the purposes without a yes */
export function requireConsents(given: Consents, needed: readonly Purpose[]): void {
  const missing = needed.filter((purpose) => given[purpose] === null)
  if (missing.length > 0) throw new AppError('CONSENT_MISSING', { purposes: missing })
}

/**
 * An elder for whom things may be done.
 * @throws AppError `CONSENT_MISSING` while she has not agreed, `NOT_FOUND` once her data are gone
 */
export function requireActive(elder: ElderRecord): void {
  if (elder.state === 'erased') throw new AppError('NOT_FOUND', { elderId: elder.id })
  if (elder.state === 'pending') throw new AppError('CONSENT_MISSING', { purposes: ['service'] })
}

/** Whether she agrees to the service now: else nobody does anything for her, nor needs to know what it would take. */
export const isActive = ({ state }: Pick<ElderRecord, 'state'>): boolean => state === 'active'

/** The elder once she has agreed to a use of her data: the first yes makes her registration count. */
export function withConsent(elder: ElderRecord, purpose: Purpose, given: NonNullable<Given>): ElderRecord {
  const { unconfirmedSince: _, ...confirmed } = elder
  const isFirst = elder.state === 'pending' && purpose === 'service'
  const now: ElderRecord = isFirst ? { ...confirmed, state: 'active' } : elder
  return { ...now, consents: { ...now.consents, [purpose]: given } }
}

/**
 * The elder once she has withdrawn: what was kept for that use alone is gone (PIPL, article 47). Without consent to the
 * place of her home, the station's stands for it.
 */
export function withoutConsent(elder: ElderRecord, purpose: Purpose, station: StationRecord): ElderRecord {
  const rest = { ...elder, consents: { ...elder.consents, [purpose]: null } }
  switch (purpose) {
    case 'service':
      return { ...rest, state: 'pending' }
    case 'health':
      return { ...rest, ability: null, diet: [], allergies: [] }
    case 'category':
      return { ...rest, categories: [], notHeld: [], askedOn: null, returned: [] }
    case 'location':
      return { ...rest, ...homeAt(null, station) }
  }
}

/** What is written down when an elder lets somebody in (`about`: whom, for what), or sends them away. */
export const circleSaid = (texts: ConsentTexts, isGiven: boolean, about: string) => ({
  purpose: 'circle' as const,
  version: textFor('circle', texts).version,
  isGiven,
  about,
})

/** A line of the paper trail. @param said `isFirst`: nobody can have said anything of this elder before */
export function consentRecord(
  id: string,
  said: Pick<ConsentRecord, 'purpose' | 'version' | 'isGiven'> & { about?: string; isFirst?: true },
  { elder, decision, actor, now }: { elder: ElderRecord; decision: Decision; actor: Actor; now: Date },
): ConsentRecord {
  const { purpose, version, isGiven, about = null, isFirst = false } = said
  return {
    id,
    district: elder.district,
    elderId: elder.id,
    purpose,
    version,
    isGiven,
    ...decision,
    actor,
    about,
    at: now.toISOString(),
    ...(!isFirst && { endsEarlier: true }),
  }
}

/** The paper trail of what an elder agreed to when she was registered. */
export function firstTrail(
  elder: ElderRecord,
  { requestId, ...trail }: { decision: Decision; actor: Actor; now: Date; requestId: string },
): ConsentRecord[] {
  return purposes.flatMap((purpose) => {
    const given = elder.consents[purpose]
    if (!given) return []
    const said = { purpose, version: given.version, isGiven: true, isFirst: true as const }
    return [consentRecord(`${elder.id}_${purpose}_${requestId}`, said, { elder, ...trail })]
  })
}
