import type { Revealable } from '#types/people/elders'
import type { ElderRecord } from '../../_domain/people/records'
import { sealedAs } from '../../_shell/sealed-parts'
import { unseal } from '../../_shell/secrets'

/** What is behind a mask, in full. @throws AppError `KEY_LOST` */
export function openedField(
  { id, phone, idNumber, contacts, building, room }: ElderRecord,
  field: Revealable,
): { name: string | null; value: string }[] {
  switch (field) {
    case 'address':
      return [{ name: null, value: [building, room].filter(Boolean).join(' ') }]
    case 'phone':
      return phone ? [{ name: null, value: unseal(phone.sealed, sealedAs(id, 'phone')) }] : []
    case 'idNumber':
      return idNumber ? [{ name: null, value: unseal(idNumber.sealed, sealedAs(id, 'idNumber')) }] : []
    case 'contacts':
      return contacts.map(({ name, sealed }) => ({ name, value: unseal(sealed, sealedAs(id, 'contacts')) }))
  }
}
