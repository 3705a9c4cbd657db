import type { VerdictKind } from '#types/eligibility/applications'

export const verdictWord: Record<VerdictKind, string> = {
  approve: '通过',
  return: '退回补材料',
  refuse: '没有通过',
}
