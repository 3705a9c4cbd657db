import { isCalendarDate } from '#types/days'
import type { Flag, FlagKind } from '#types/supervision'
import { slotWord } from '#types/words/meals/slots'
import { dateOf, hourOf, monthAndDay } from '@/services/dates'

/** 11月18日; other words as they are. */
const sinceWord = (about: string) => (isCalendarDate(about) ? monthAndDay(about) : about)

/** 11月18日 20:15 */
const whenWritten = (at: string) => `${monthAndDay(dateOf(at))} ${hourOf(at)}`

const words: Record<FlagKind, (flag: Flag) => string> = {
  inHospital: ({ about, slot }) =>
    `登记里写着${sinceWord(about)}起住院，住院期间有一餐（${slotWord[slot]}）记为吃过了。`,
  away: ({ about, slot }) =>
    `登记里写着${sinceWord(about)}起不在家，这段时间有一餐（${slotWord[slot]}）记为吃过了。`,
  deceased: ({ about, slot }) =>
    `登记里写着${sinceWord(about)}过世，后来有一餐（${slotWord[slot]}）记为吃过了。`,
  twoStations: ({ about, slot, stationName }) =>
    `同一餐（${slotWord[slot]}）在两个驿站都记了：${stationName}和${about}。`,
  servedLate: ({ about, at, slot }) =>
    `这一餐（${slotWord[slot]}）过了很久才记为吃过了：${whenWritten(at)}记的，说是“${about}”。`,
}

/** What does not fit, without saying whose fault it is: mostly nobody's. */
export const flagWords = (flag: Flag): string => words[flag.kind](flag)

/** Ready words for what it turned out to be. */
export const answersTo: Record<FlagKind, readonly string[]> = {
  inHospital: ['已经出院了', '家人代取的', '点错了人，已经改好', '住院的日子记错了'],
  away: ['已经回家了', '家人代取的', '点错了人，已经改好', '外出的日子记错了'],
  deceased: ['点错了人，已经改好', '日子记错了'],
  twoStations: ['点错了人，已经改好', '一份是替家人取的', '问过了，只吃了一份'],
  servedLate: ['问过了，确实吃了', '没有吃，已经改好', '当时没有网'],
}
