import type { MembershipState } from '#types/states'

/** How far somebody has come who joins the work. */
export const membershipStateWord: Record<MembershipState, string> = {
  accepted: '已接受，等审核',
  vetted: '审核过了，等培训',
  trained: '培训好了，等安排',
  assignable: '可以上岗',
  suspended: '先停一停',
  ended: '已经结束',
}
