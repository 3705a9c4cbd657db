import type { MembershipAct } from '#types/states'

/** A step of a membership, as whoever directs the person says it. */
export const membershipActWord: Record<MembershipAct, string> = {
  vet: '审核通过',
  train: '培训完成',
  assign: '可以上岗',
  suspend: '停用',
  reinstate: '恢复上岗',
  end: '离开',
}
