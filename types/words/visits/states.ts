import type { VisitState } from '#types/states'

/** Those that a message tells are at most five characters long (`_shell/messages.ts`). */
export const visitStateWord: Record<VisitState, string> = {
  open: '等人接',
  claimed: '有人接了',
  onSite: '到门口了',
  reported: '看过了',
  closed: '结束了',
  cancelled: '已取消',
  escalated: '转给驿站',
}
