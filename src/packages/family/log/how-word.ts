import type { Channel } from '#types/actors'
import type { LogLine } from '#types/people/privacy'
import { hourOf } from '@/services/dates'

const channelWord: Record<Channel, string> = { app: '', phone: '，电话里办的', counter: '，柜台办的' }

/** 14:20，电话里办的 */
export const howWord = ({ at, channel }: LogLine): string => hourOf(at) + channelWord[channel]
