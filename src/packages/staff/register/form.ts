import type { Hukou, Living, NewElder, Purpose, Sex } from '#types/people/elders'
import { isPhoneNumber } from '@/services/phone-number'
import { nothingSaid, type Said } from '../paper-entry'

/** What a clerk has written down of an elder so far; a blank text is what was not asked yet. */
export interface Form {
  name: string
  papers: 'idCard' | 'none'
  idNumber: string
  birthDate: string
  sex: Sex | ''
  reach: 'phone' | 'none'
  phone: string
  building: string
  room: string
  living: Living | ''
  hukou: Hukou | ''
  residentSince: string
  agreed: Purpose[]
  said: Said
}

export const blankForm: Form = {
  name: '',
  papers: 'idCard',
  idNumber: '',
  birthDate: '',
  sex: '',
  reach: 'phone',
  phone: '',
  building: '',
  room: '',
  living: '',
  hukou: '',
  residentSince: '',
  agreed: [],
  said: nothingSaid,
}

/** Names of parts that still have to be filled in. */
export type Missing = 'name' | 'idNumber' | 'birthDate' | 'sex' | 'phone'

export function missingWho(form: Form): Missing[] {
  const blank = (part: Missing) => form[part].trim() === ''
  const wanted: Missing[] = ['name', ...(form.papers === 'idCard' ? idCard : noPapers)]
  const missing = wanted.filter(blank)
  return form.reach === 'phone' && !isPhoneNumber(form.phone) ? [...missing, 'phone'] : missing
}

const idCard = ['idNumber'] as const
const noPapers = ['birthDate', 'sex'] as const

/** The same as the contract takes it; null while her living situation was not asked. */
export function newElder(form: Form): NewElder | null {
  if (form.living === '') return null
  return {
    name: form.name.trim(),
    building: form.building.trim(),
    living: form.living,
    phone: form.reach === 'phone' ? form.phone.trim() : null,
    ...(form.papers === 'idCard' && { idNumber: form.idNumber.trim() }),
    ...(form.papers === 'none' && { birthDate: form.birthDate }),
    ...(form.papers === 'none' && form.sex && { sex: form.sex }),
    ...(form.room.trim() && { room: form.room.trim() }),
    ...(form.hukou && { hukou: form.hukou }),
    ...(form.residentSince && { residentSince: form.residentSince }),
  }
}
