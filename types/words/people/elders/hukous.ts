import type { Hukou } from '#types/people/elders'

export const hukouWord: Record<Hukou, string> = {
  thisTown: '本街道（镇）',
  thisDistrict: '本区别的街道（镇）',
  thisCity: '本市别的区',
  thisProvince: '本省别的市',
  elsewhere: '外省',
}
