import type { Revealable, Sayable } from '#types/people/elders'

/** What an entry of the log may name of an elder's file: what anybody changes, what is unmasked, what a clerk verifies. */
type FileField = keyof Sayable | Revealable | 'identity' | 'categories' | 'ability'

export const fieldWord: Record<FileField, string> = {
  phone: '电话',
  address: '住址',
  building: '住址',
  room: '门牌号',
  place: '住处的位置',
  living: '和谁住',
  diet: '忌口',
  allergies: '过敏',
  contacts: '紧急联系人',
  idNumber: '身份证号',
  identity: '身份',
  categories: '身份类别',
  ability: '能力等级',
}
