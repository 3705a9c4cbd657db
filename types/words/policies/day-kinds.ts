import type { DayKind } from '#types/policies/meal'

export const dayKindWord: Record<DayKind, string> = {
  workday: '工作日',
  weekend: '周末',
  holiday: '法定节假日',
}
