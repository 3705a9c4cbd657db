import type { Alarm } from '../../visits'

/** What whoever closed a visit says of what called for somebody until then: a need is arranged, all else is dealt with; null: nothing did. */
export const settledAs = (alarm: Alarm | null): string => (alarm === 'needsFound' ? '安排好了' : '办妥了')
