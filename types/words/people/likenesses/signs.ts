import type { LikenessSign } from '#types/people/likeness-signs'

/** What two registrations have in common. */
export const likenessSignWord: Record<LikenessSign, string> = {
  name: '名字',
  birthDate: '出生日期',
  phone: '电话',
  building: '楼栋',
}
