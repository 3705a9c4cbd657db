import type { Agreed, ConsentState, Living, NewElder, Purpose, Sex } from '#types/elders'
import type { LocalDate } from '#types/values'
import type { Kin } from '@/services/words'

/** Who is registered. */
export type Whom = 'me' | 'kin'

/** What has been filled in. The id number is not among it: it must not stay on a phone that others use too. */
export interface Form {
  /** The step that is shown, unless an earlier one is not complete. */
  at: number
  name: string
  relation: Kin | null
  /** The name of the relative who registers, where the cloud does not know it yet. */
  ownName: string
  knows: 'idNumber' | 'birthDate'
  birthDate: LocalDate | ''
  sex: Sex | null
  station: { id: string; name: string } | null
  building: string
  room: string
  living: Living | null
  phone: string
  hasPhone: boolean
  /** Answers to the texts, each with the version that was read. */
  answers: Partial<Record<Purpose, { version: string; isGiven: boolean }>>
}

export const blank: Form = {
  at: 0,
  name: '',
  relation: null,
  ownName: '',
  knows: 'idNumber',
  birthDate: '',
  sex: null,
  station: null,
  building: '',
  room: '',
  living: null,
  phone: '',
  hasPhone: true,
  answers: {},
}

export type StepName = 'name' | 'identity' | 'station' | 'home' | 'phone' | 'agree'

export const stepsOf = (whom: Whom): StepName[] =>
  whom === 'me'
    ? ['name', 'identity', 'station', 'home', 'phone', 'agree']
    : ['name', 'identity', 'station', 'home', 'phone']

export interface Filled {
  form: Form
  idNumber: string
  whom: Whom
  /** Whether the caller's own name has to be asked. */
  isNameless: boolean
  consents: readonly ConsentState[]
}

/** A mobile, or a landline with its area code. */
const phoneNumber = /^(1\d{10}|0\d{2,3}-?\d{4}-?\d{3,4})$/

/** What a step still needs, as its button says it; null when it is complete. */
export function missing(step: StepName, filled: Filled): string | null {
  const { form, idNumber, whom, isNameless } = filled
  switch (step) {
    case 'name':
      if (form.name.trim() === '') return '先写名字'
      if (whom === 'me') return null
      if (!form.relation) return '先选您是老人的什么人'
      return isNameless && form.ownName.trim() === '' ? '先写您自己的名字' : null
    case 'identity':
      if (form.knows === 'idNumber') return idNumber.trim() === '' ? '先填身份证号' : null
      if (form.birthDate === '') return '先选出生日期'
      return form.sex ? null : '先选男女'
    case 'station':
      return form.station ? null : '先选一家驿站'
    case 'home':
      if (form.building.trim() === '') return '先写住在哪里'
      return form.living ? null : '先选和谁住'
    case 'phone':
      return !form.hasPhone || phoneNumber.test(form.phone.trim()) ? null : '先填手机号'
    case 'agree':
      return filled.consents.some((text) => text.purpose === 'service' && isGiven(form, text))
        ? null
        : '先看第一条，点同意'
  }
}

/** Whether somebody said yes to the text as it is now. */
const isGiven = ({ answers }: Form, { purpose, version }: ConsentState): boolean =>
  answers[purpose]?.version === version && answers[purpose]?.isGiven === true

export const agreedTo = (form: Form, consents: readonly ConsentState[]): Agreed[] =>
  consents.filter((text) => isGiven(form, text)).map(({ purpose, version }) => ({ purpose, version }))

/** Only what was filled in; the station's place stands for that of the home. */
export function elderOf(form: Form, idNumber: string): NewElder | null {
  const { living, sex, birthDate } = form
  if (!living) return null
  return {
    name: form.name.trim(),
    ...(form.knows === 'idNumber'
      ? { idNumber: idNumber.trim() }
      : { ...(birthDate && { birthDate }), ...(sex && { sex }) }),
    building: form.building.trim(),
    ...(form.room.trim() && { room: form.room.trim() }),
    living,
    phone: form.hasPhone ? form.phone.trim() : null,
  }
}

/** What about an id number is not right, by what the cloud found. */
export const idTrouble: Record<string, string> = {
  shape: '身份证号是十八位，最后一位可能是 X。请数一数。',
  region: '开头几位不对。请照着身份证再看一遍。',
  birthDate: '里面的出生日期不对。请照着身份证再看一遍。',
  checksum: '有一位不对。请照着身份证一位一位对。',
  sex: '里面的性别不对。请照着身份证再看一遍。',
}
