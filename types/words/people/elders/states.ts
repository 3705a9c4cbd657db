import type { ElderState } from '#types/states'

export const elderStateWord: Record<ElderState, string> = {
  pending: '等本人同意',
  active: '有效',
  erased: '已注销',
}
