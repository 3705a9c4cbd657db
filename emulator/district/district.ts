import { localDate } from '#types/days'
import type { ElderRecord } from '../../cloudfunctions/_domain/people/records'
import bookings from '../../cloudfunctions/_policies/bookings.json'
import { accountRecords } from './accounts'
import { type StoredDocument, stored } from './documents'
import { consentTrail, elderRecords } from './elders'
import { placeDocuments } from './places'
import type { District } from './shapes'
import { stationRecords } from './stations'

/**
 * A district and its people, collection by collection, as it is on the local date of `now`, with menus for all days that can be booked.
 * Ids depend on nothing but the files, the keys and the date.
 *
 * Numbers are sealed with `FIELD_KEYS` and `DIGEST_KEYS` of the environment, which have to be those of the functions; equal
 * numbers look different on each start.
 */
export function districtDocuments(written: District, now: Date): Record<string, StoredDocument[]> {
  const { id: district, daysAhead = bookings.daysAhead } = written.district
  const stations = stationRecords(written, localDate(now))
  const elders = elderRecords(written, stations)
  const { accounts, relations, memberships, consents } = accountRecords(written, elders)
  return {
    ...placeDocuments(written, now, daysAhead),
    elders: elders.map(stored),
    cards: elders.map(({ id, code }) => stored({ id: code, district, elderId: id })),
    identities: elders.flatMap(identityOf),
    consents: [...consentTrail(written, elders), ...consents].map(stored),
    accounts: accounts.map(stored),
    relations: relations.map(stored),
    memberships: memberships.map(stored),
  }
}

/** By what an elder with an id number is found. */
function identityOf({ id, idNumber, district }: ElderRecord): StoredDocument[] {
  return idNumber ? [stored({ id: idNumber.digest, district, elderId: id })] : []
}
