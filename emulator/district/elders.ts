import type { Actor } from '#types/actors'
import type { Purpose } from '#types/people/elders'
import type { ConsentRecord } from '../../cloudfunctions/_domain/people/circle/records'
import { registerElder } from '../../cloudfunctions/_domain/people/elders/registering'
import {
  consentRecord,
  type Decision,
  givenBy,
  noConsents,
  textFor,
} from '../../cloudfunctions/_domain/people/privacy/consents'
import type { ElderRecord } from '../../cloudfunctions/_domain/people/records'
import type { StationRecord } from '../../cloudfunctions/_domain/stations/records'
import consentTexts from '../../cloudfunctions/_policies/consents.json'
import { readingsOf } from '../../cloudfunctions/_shell/names/readings'
import { sealedContacts, sealedIdNumber, sealedPhone } from '../../cloudfunctions/_shell/sealed-parts'
import { named } from './documents'
import type { District, Said, WrittenElder } from './shapes'

/** Every elder, as she is registered; telephone and id numbers are sealed with the keys in the environment. */
export const elderRecords = (written: District, stations: readonly StationRecord[]): ElderRecord[] =>
  written.elders.map((elder) =>
    elderRecord(elder, named(stations, elder.stationId), circleOf(written, elder.id)),
  )

function elderRecord(written: WrittenElder, station: StationRecord, circle: string[]): ElderRecord {
  const {
    id,
    code,
    categories,
    askedOn = '2026-11-02',
    ability = null,
    agreed,
    verifiedBy,
    openid,
    ...wish
  } = written
  const { birthDate, sex, idNumber = null, phone = null, contacts = [] } = wish
  const consents = consentsIn(agreed, wish.name)
  const registered = registerElder(
    wish,
    { birthDate, sex, idNumber },
    {
      id,
      code,
      station,
      state: consents.service ? 'active' : 'pending',
      consents,
      verifiedBy,
      openid,
      circle,
      readings: readingsOf(wish.name),
      sealed: {
        idNumber: sealedIdNumber(id, idNumber),
        ...sealedPhone(id, phone),
        contacts: sealedContacts(id, contacts),
      },
    },
  )
  return { ...registered, categories, askedOn: verifiedBy === null ? null : askedOn, ability }
}

/** The openids of those whom the elder has let in. */
function circleOf({ accounts }: District, elderId: string): string[] {
  const isLetIn = (one: { elderId: string; granted?: object | undefined }) =>
    one.elderId === elderId && one.granted
  return accounts.filter(({ relations }) => relations.some(isLetIn)).map(({ id }) => id)
}

function consentsIn(agreed: readonly Said[], name: string): ElderRecord['consents'] {
  const given = agreed.flatMap((said) =>
    said.purposes.map((purpose) => [
      purpose,
      givenBy(decisionIn(said, name), versionFor(purpose), new Date(said.at)),
    ]),
  )
  return { ...noConsents, ...Object.fromEntries(given) }
}

function decisionIn({ how, form = null, witness = null, guardian }: Said, name: string): Decision {
  return { by: guardian ?? name, capacity: guardian ? 'guardian' : 'elder', how, form, witness }
}

/** The paper trail of what the elders agreed to, one line for each purpose. */
export function consentTrail(written: District, records: readonly ElderRecord[]): ConsentRecord[] {
  return written.elders.flatMap(({ id, agreed }) => {
    const elder = named(records, id)
    return agreed.flatMap((said) =>
      said.purposes.map((purpose) => consentTo(written, { purpose, said }, elder)),
    )
  })
}

function consentTo(
  written: District,
  { purpose, said }: { purpose: Purpose; said: Said },
  elder: ElderRecord,
): ConsentRecord {
  return consentRecord(
    `${elder.id}_${purpose}_demo`,
    { purpose, version: versionFor(purpose), isGiven: true },
    {
      elder,
      decision: decisionIn(said, elder.name),
      actor: writerOf(written, said, elder),
      now: new Date(said.at),
    },
  )
}

/** Who wrote a yes down: whoever tapped, else the clerk who had the paper or the telephone in hand. */
export function writerOf(
  { stations }: District,
  { how, guardian }: Pick<Said, 'how' | 'guardian'>,
  elder: ElderRecord,
): Actor {
  if (how === 'app') {
    return guardian
      ? { name: guardian, role: 'family', relation: 'guardian', channel: 'app' }
      : { name: elder.name, role: 'elder', relation: null, channel: 'app' }
  }
  const name = named(stations, elder.stationId).contactName ?? ''
  return { name, role: 'clerk', relation: null, channel: how === 'spoken' ? 'phone' : 'counter' }
}

export const versionFor = (purpose: Purpose | 'circle') => textFor(purpose, consentTexts).version
