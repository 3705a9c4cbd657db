import type { DecisionWay } from '#types/people/decisions'

/** How a yes or a no was said, before 同意的. */
export const decisionWayWord: Record<DecisionWay, string> = {
  app: '在手机上',
  paper: '在纸上签字',
  spoken: '在电话里',
  invitation: '用邀请码',
}
