import type { LogLine } from '#types/people/privacy'
import { channelWord } from '#types/words/channels'
import { hourOf } from '@/services/dates'

/** 14:20，电话里办的; what was done in the app, as most is, only with its hour. */
export const howWord = ({ at, channel }: LogLine): string =>
  channel === 'app' ? hourOf(at) : `${hourOf(at)}，${channelWord[channel]}办的`
