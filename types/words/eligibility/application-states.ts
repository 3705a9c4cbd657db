import type { ApplicationState } from '#types/states'

/** Those that a message tells are at most five characters long (`_shell/messages.ts`). */
export const applicationStateWord: Record<ApplicationState, string> = {
  submitted: '等工作人员看材料',
  inReview: '正在看',
  returned: '要补材料',
  approved: '通过了',
  refused: '没有通过',
  withdrawn: '撤回了',
}
