import type { Purpose } from '#types/people/elders'

export const purposeWord: Record<Purpose, string> = {
  service: '登记和办事',
  health: '身体和饮食',
  category: '身份类别和补贴',
  location: '住处的位置',
}
