import type { Level } from '#types/policies/conditions'

export const levelWord: Record<Level, string> = {
  town: '本街道（镇）',
  district: '本区',
  city: '本市',
  province: '本省',
}
