import type { Alarm } from '#types/visits'

export const alarmWord: Record<Alarm, string> = {
  emergency: '情况紧急',
  noAnswer: '没人应门',
  urgent: '急事',
  unanswered: '一直没有人去',
  needsFound: '有事要帮',
}
