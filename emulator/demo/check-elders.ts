import { type Purpose, purposes } from '#types/people/elders'
import { maskPhone, tailOf } from '../../cloudfunctions/_domain/base/masks'
import type { ElderRecord } from '../../cloudfunctions/_domain/people/records'
import { digestsOf, phoneTailOf, sealedAs } from '../../cloudfunctions/_shell/sealed-parts'
import { unseal } from '../../cloudfunctions/_shell/secrets'
import { idNumberFits, readIdNumber } from '../../types/id-numbers'
import { contactPhoneOf } from '../../types/phones'
import { versionFor } from '../district/elders'
import type { Records } from './records'

/** Province 34 with a prefecture and a county that do not exist: no such number was ever given to anybody. */
const INVENTED_REGION = '349900'

/** No number in China begins so. */
const INVENTED_PHONE = '000-0000'

/**
 * What is wrong with the elders: cards and id numbers that do not lead to them, sealed numbers that do not open or do not
 * agree with what stands beside them, and facts that are kept without consent.
 */
export function elderFaults(records: Records): string[] {
  return [
    ...records.elders.flatMap((elder) =>
      [
        ...cardFaults(elder, records),
        ...stationFaults(elder, records),
        ...idNumberFaults(elder, records),
        ...phoneFaults(elder),
        ...consentFaults(elder, records),
      ].map((fault) => `${elder.id}: ${fault}.`),
    ),
    ...strayFaults(records),
  ]
}

function cardFaults({ id, code }: ElderRecord, { elders, cards }: Records): string[] {
  const others = elders.filter((one) => one.code === code && one.id !== id)
  const card = cards.find((one) => one.id === code)
  return [
    ...others.map((other) => `the code of her card is that of ${other.id}`),
    ...(card?.elderId === id || others.length > 0 ? [] : [`there is no card ${code} of hers`]),
  ]
}

function stationFaults({ stationId, stationName, townId }: ElderRecord, { stations }: Records): string[] {
  const station = stations.find(({ id }) => id === stationId)
  const isSame = !station || (station.name === stationName && station.townId === townId)
  return isSame ? [] : ['her station has another name or is in another town']
}

function idNumberFaults(elder: ElderRecord, { identities }: Records): string[] {
  const { id, idNumber } = elder
  if (!idNumber) return []
  const text = opened(idNumber.sealed, sealedAs(id, 'idNumber'))
  if (text === null) return ['her id number does not open']
  const read = readIdNumber(text)
  if (!read.ok) return [`her id number is no id number (${read.why})`]

  const differs = idNumberFits(read, elder)
  return [
    ...(differs ? [`her id number has another ${differs}`] : []),
    ...(text.startsWith(INVENTED_REGION) ? [] : ['her id number may be somebody’s']),
    ...(idNumber.tail === tailOf(text, 4) ? [] : ['her id number has another tail']),
    ...(idNumber.digest === digestsOf(text)[0] ? [] : ['her id number has another digest']),
    ...(identities.some((one) => one.id === idNumber.digest && one.elderId === id)
      ? []
      : ['she is not found by her id number']),
  ]
}

function phoneFaults({ id, phone, phoneTail, contacts }: ElderRecord): string[] {
  const own = phone && opened(phone.sealed, sealedAs(id, 'phone'))
  const numbers = [
    ...(phone ? [{ whose: 'her telephone number', text: own, masked: phone.masked }] : []),
    ...contacts.map(({ name, sealed, masked }) => ({
      whose: `the number of ${name}`,
      text: opened(sealed, sealedAs(id, 'contacts')),
      masked,
    })),
  ]
  return [
    ...((own && phoneTailOf(own)) === phoneTail ? [] : ['her telephone number has another tail']),
    ...numbers.flatMap(({ whose, text, masked }) => {
      if (text === null) return [`${whose} does not open`]
      if (!text.startsWith(INVENTED_PHONE)) return [`${whose} may be somebody’s`]
      if (contactPhoneOf(text) !== text) return [`${whose} is kept in another form than it is looked for`]
      return masked === maskPhone(text) ? [] : [`${whose} is masked as another`]
    }),
  ]
}

function consentFaults(elder: ElderRecord, { consents, stations }: Records): string[] {
  const { place, stationId } = elder
  const atStation = stations.find(({ id }) => id === stationId)?.place
  const isHers = place.lng !== atStation?.lng || place.lat !== atStation.lat
  const keeps: Record<Purpose, boolean> = {
    service: elder.state === 'active',
    health: elder.ability !== null || elder.diet.length > 0 || elder.allergies.length > 0,
    category: elder.categories.length > 0,
    location: isHers,
  }
  return purposes.flatMap((purpose) => {
    const given = elder.consents[purpose]
    if (!given) return keeps[purpose] ? [`what only ${purpose} allows is kept without her consent`] : []
    const isWritten = consents.some(
      ({ elderId, purpose: to, at, by, version, isGiven }) =>
        [elderId, to, at, by, version, isGiven].join() ===
        [elder.id, purpose, given.at, given.by, given.version, true].join(),
    )
    return [
      ...(given.version === versionFor(purpose) ? [] : [`she agreed to another text for ${purpose}`]),
      ...(isWritten ? [] : [`nothing is written down of her consent to ${purpose}`]),
      ...(purpose === 'service' && !keeps.service ? ['she agreed and still is not active'] : []),
    ]
  })
}

/** Cards, identities and consents of nobody, or of an elder who does not know them. */
function strayFaults({ elders, cards, identities, consents }: Records): string[] {
  const elder = (id: string | null) => elders.find((one) => one.id === id)
  return [
    ...cards
      .filter(({ id, elderId }) => elder(elderId)?.code !== id)
      .map(({ id }) => `cards/${id} is nobody’s.`),
    ...identities
      .filter(({ id, elderId }) => elder(elderId)?.idNumber?.digest !== id)
      .map(({ id }) => `identities/${id} is nobody’s.`),
    ...consents
      .filter(({ elderId, purpose }) => purpose !== 'circle' && !elder(elderId)?.consents[purpose])
      .map(({ id }) => `consents/${id} is a yes that its elder knows nothing of.`),
  ]
}

/** What is sealed; null when it does not open here. */
function opened(sealed: string, about: string): string | null {
  try {
    return unseal(sealed, about)
  } catch {
    return null
  }
}
