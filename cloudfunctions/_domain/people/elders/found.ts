import { localDate } from '#types/days'
import type { FoundElder } from '#types/people/found'
import { ageOn } from '../../base/calendar'
import type { ElderRecord } from '../records'
import { isUnseen } from './seen'

/** What a clerk needs to tell one elder from another at the counter: no room, no categories. */
export function foundElder(elder: ElderRecord, now: Date, stationId: string): FoundElder {
  const { id, name, building, phoneTail, stationName, state } = elder
  const age = ageOn(elder.birthDate, localDate(now))
  const isOwn = elder.stationId === stationId
  const diedOn = isOwn ? elder.diedOn : null
  return { id, name, building, phoneTail, stationName, state, age, isOwn, diedOn, isUnseen: isUnseen(elder) }
}
