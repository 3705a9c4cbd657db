import type { HelperKind } from '#types/visits'

export const helperWord: Record<HelperKind, string> = {
  partyMember: '党员志愿者',
  socialWorker: '社工',
  gridWorker: '网格员',
  neighbour: '热心邻居',
  staff: '驿站工作人员',
}
