import { AppError } from '#types/errors'
import { nameKey } from '#types/names'
import type { EmergencyContact } from '#types/people/elders'
import { withoutExtension } from '#types/phones'
import { maskPhone, tailOf } from '../_domain/base/masks'
import type { ElderRecord } from '../_domain/people/records'
import { digests, isSealedWithFirstKey, reseal, seal, unseal } from './secrets'

/** What each sealed field of an elder is bound to, so that none can be moved to another record. */
export const sealedAs = (elderId: string, field: 'idNumber' | 'phone' | 'contacts') =>
  `elders/${elderId}/${field}`

/** Every digest under which an id number may be found; the first is the one to write. */
export const digestsOf = (idNumber: string) => digests(idNumber, 'idNumber')

/** An id number as it is kept. */
export function sealedIdNumber(elderId: string, idNumber: string | null): ElderRecord['idNumber'] {
  if (idNumber === null) return null
  const [digest] = digestsOf(idNumber)
  return { sealed: seal(idNumber, sealedAs(elderId, 'idNumber')), tail: tailOf(idNumber, 4), digest }
}

/** The id number of one elder as it is kept of another. @throws AppError `KEY_LOST` */
export const resealedFor = (elderId: string, { id, idNumber }: ElderRecord): ElderRecord['idNumber'] =>
  sealedIdNumber(elderId, idNumber && unseal(idNumber.sealed, sealedAs(id, 'idNumber')))

/** By what somebody at a counter is found who says her number: its last four digits, which are not those of an extension. */
export const phoneTailOf = (phone: string): string => tailOf(withoutExtension(phone), 4)

/** A telephone number as it is kept. */
export function sealedPhone(elderId: string, phone: string | null): Pick<ElderRecord, 'phone' | 'phoneTail'> {
  if (phone === null) return { phone: null, phoneTail: null }
  return {
    phone: { sealed: seal(phone, sealedAs(elderId, 'phone')), masked: maskPhone(phone) },
    phoneTail: phoneTailOf(phone),
  }
}

/** Emergency contacts as they are kept, in their order. */
export function sealedContacts(
  elderId: string,
  contacts: readonly EmergencyContact[],
): ElderRecord['contacts'] {
  return contacts.map(({ name, relation, phone }) => ({
    name,
    relation,
    sealed: seal(phone, sealedAs(elderId, 'contacts')),
    masked: maskPhone(phone),
  }))
}

/** Whether this is the id number that is kept, where it can be found and opened. */
export function sameIdNumber({ id, idNumber }: ElderRecord, text: string): boolean {
  if (idNumber?.digest !== digestsOf(text)[0]) return false
  return opened(idNumber.sealed, id, 'idNumber') === text
}

/** Whether this is the number that is kept: sealing it again would look like a change. */
export function samePhone({ id, phone }: ElderRecord, text: string | null): boolean {
  return (phone && opened(phone.sealed, id, 'phone')) === text
}

/** Whether two elders have the same number, where both can be opened. */
export function isPhoneOfBoth(one: ElderRecord, other: ElderRecord): boolean {
  if (!one.phone || !other.phone || one.phoneTail !== other.phoneTail) return false
  const number = opened(one.phone.sealed, one.id, 'phone')
  return number !== undefined && samePhone(other, number)
}

/**
 * Contacts as they are changed. Whoever stands there already under this name and relation keeps the number, unless another
 * one is given.
 * @throws AppError `BAD_INPUT` for somebody new without a number
 */
export function changedContacts(
  elder: ElderRecord,
  wanted: readonly (Omit<EmergencyContact, 'phone'> & { phone: string | null })[],
): ElderRecord['contacts'] {
  return wanted.flatMap(({ name, relation, phone }) => {
    const known = elder.contacts.filter(
      (one) => nameKey(one.name) === nameKey(name) && one.relation === relation,
    )
    const before = known.find((one) => one.name === name) ?? known[0]
    const isKept = before && (phone === null || opened(before.sealed, elder.id, 'contacts') === phone)
    if (isKept) return [{ ...before, name }]
    if (phone === null) throw new AppError('BAD_INPUT', { fields: ['changes.contacts'] })
    return sealedContacts(elder.id, [{ name, relation, phone }])
  })
}

/** A number whose key is lost is like none: it can only be written anew. */
function opened(
  sealed: string,
  elderId: string,
  field: 'idNumber' | 'phone' | 'contacts',
): string | undefined {
  try {
    return unseal(sealed, sealedAs(elderId, field))
  } catch (error) {
    if (error instanceof AppError && error.code === 'KEY_LOST') return undefined
    throw error
  }
}

/** Whether every sealed part of an elder can be opened. */
export function opensAll({ id, idNumber, phone, contacts }: ElderRecord): boolean {
  const isOpened = (sealed: string, field: Parameters<typeof opened>[2]) =>
    opened(sealed, id, field) !== undefined
  return (
    (idNumber === null || isOpened(idNumber.sealed, 'idNumber')) &&
    (phone === null || isOpened(phone.sealed, 'phone')) &&
    contacts.every(({ sealed }) => isOpened(sealed, 'contacts'))
  )
}

/**
 * An elder with everything sealed and digested anew that was so with a key on its way out; the same record when nothing was.
 * What no key opens any more stays as it is.
 */
export function withFirstKeys(elder: ElderRecord): ElderRecord {
  const { id, idNumber, phone, contacts } = elder
  const number = idNumber && opened(idNumber.sealed, id, 'idNumber')
  const digest = number ? digestsOf(number)[0] : idNumber?.digest
  const anew = {
    idNumber: idNumber && {
      ...idNumber,
      sealed: again(idNumber.sealed, id, 'idNumber'),
      digest: digest ?? idNumber.digest,
    },
    phone: phone && { ...phone, sealed: again(phone.sealed, id, 'phone') },
    contacts: contacts.map((one) => ({ ...one, sealed: again(one.sealed, id, 'contacts') })),
  }
  const isSame = JSON.stringify(anew) === JSON.stringify({ idNumber, phone, contacts })
  return isSame ? elder : { ...elder, ...anew }
}

function again(sealed: string, elderId: string, field: 'idNumber' | 'phone' | 'contacts'): string {
  const isOld = !isSealedWithFirstKey(sealed) && opened(sealed, elderId, field) !== undefined
  return isOld ? reseal(sealed, sealedAs(elderId, field)) : sealed
}
