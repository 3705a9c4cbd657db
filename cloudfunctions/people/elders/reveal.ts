import type { people } from '#types/people'
import { requireRevealable } from '../../_domain/people/elders/shown'
import type { ElderRecord } from '../../_domain/people/records'
import type { Handler } from '../../_shell/context'
import { permittedElder } from '../../_shell/permitted-elder'
import { sealedAs } from '../../_shell/sealed-parts'
import { unseal } from '../../_shell/secrets'

export const reveal: Handler<typeof people.reveal> = async (ctx, { elderId, field }) => {
  const { elder, grant } = await permittedElder(ctx, elderId)
  requireRevealable(field, grant)
  const values = openedField(elder, field)
  await ctx.look({ ...elder, elderId }, field)
  return { values }
}

/** What is behind a mask, in full. @throws AppError `KEY_LOST` */
export function openedField(
  elder: ElderRecord,
  field: 'phone' | 'address' | 'idNumber' | 'contacts',
): { name: string | null; value: string }[] {
  const { id, phone, idNumber, contacts, building, room } = elder
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
