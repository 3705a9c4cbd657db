import type { answers } from '#types/policies/conditions'

export const answerWord: Record<(typeof answers)[number], string> = {
  yes: '有',
  no: '没有',
  unknown: '还不知道',
}
