import type { RelationState } from '#types/states'

export const relationStateWord: Record<RelationState, string> = {
  asked: '等老人同意',
  granted: '能代办',
  declined: '没有同意',
  revoked: '已收回',
  lapsed: '没有等到答复',
}
