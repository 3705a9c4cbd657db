import type { Agreed, ConsentState, Living, NewElder, Purpose, Sex } from '#types/people/elders'
import type { LocalDate } from '#types/values'
import { keptDraft } from '@/services/draft'
import { idNumberGap } from '@/services/id-troubles'
import { isPhoneNumber } from '@/services/phone-number'
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

export const draftHours = 48

/** Under what an unfinished registration is kept on this phone. */
export const draftName = (whom: Whom): string => `register ${whom}`

/** By the name typed so far, which may be none, whom this phone has begun to register; null where nothing is kept. */
export const begunName = (whom: Whom): string | null => {
  const begun = keptDraft<Form>(draftName(whom), draftHours)
  return begun && (begun.name ?? '').trim()
}

type Step =
  | { name: 'name' | 'identity' | 'station' | 'home' | 'phone' }
  | { name: 'agree'; text: ConsentState }

/** One question each; the texts are asked only of her whose data they are about. */
export const stepsOf = (whom: Whom, consents: readonly ConsentState[]): Step[] => [
  { name: 'name' },
  { name: 'identity' },
  { name: 'station' },
  { name: 'home' },
  { name: 'phone' },
  ...(whom === 'me' ? consents.map((text) => ({ name: 'agree' as const, text })) : []),
]

interface Filled {
  form: Form
  idNumber: string
  whom: Whom
  /** Whether the caller's own name has to be asked. */
  isNameless: boolean
}

/** What a step still needs, as its button says it; null when it is complete. */
export function missing(step: Step, { form, idNumber, whom, isNameless }: Filled): string | null {
  switch (step.name) {
    case 'name':
      if (form.name.trim() === '') return '先写名字'
      if (whom === 'me') return null
      if (!form.relation) return '先选您是老人的什么人'
      return isNameless && form.ownName.trim() === '' ? '先写您自己的名字' : null
    case 'identity':
      if (form.knows === 'idNumber') return idNumberGap(idNumber)
      if (form.birthDate === '') return '先填出生日期'
      return form.sex ? null : '先选男女'
    case 'station':
      return form.station ? null : '先选一家驿站'
    case 'home':
      if (form.building.trim() === '') return '先写住在哪里'
      return form.living ? null : '先选和谁住'
    case 'phone':
      if (!form.hasPhone || isPhoneNumber(form.phone)) return null
      return form.phone.trim() === '' ? '先填号码' : '号码还不对，再看一看'
    case 'agree': {
      const said = answerTo(form, step.text)
      if (said === null) return '先选同意还是不同意'
      return step.text.purpose === 'service' && said === 'no' ? '同意了才能登记' : null
    }
  }
}

/** What somebody said to the text as it is now; null while they have said nothing. */
export function answerTo({ answers }: Form, { purpose, version }: ConsentState): 'yes' | 'no' | null {
  const answer = answers[purpose]
  if (answer?.version !== version) return null
  return answer.isGiven ? 'yes' : 'no'
}

export const agreedTo = (form: Form, consents: readonly ConsentState[]): Agreed[] =>
  consents
    .filter((text) => answerTo(form, text) === 'yes')
    .map(({ purpose, version }) => ({ purpose, version }))

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
