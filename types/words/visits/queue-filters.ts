import type { QueueFilter } from '#types/visits'

export const queueFilterWord: Record<QueueFilter, string> = {
  waiting: '等人',
  underWay: '有人去',
  overdue: '超时',
  reported: '结果',
}
