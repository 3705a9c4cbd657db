import { awaitedVisitId } from '#types/ids'
import { awaitedVisitStates, can, visitMoves } from '#types/states'
import { endingOf } from '../people/elders/ending'
import { alarmOf } from '../visits/alarms'
import { byIds, isBehind, type Judge } from './rule'

/** What a visit says calls for somebody follows from the rest of it. */
export const alarmDiffers: Judge<'visits'> = {
  rule: 'alarmDiffers',
  of: 'visits',
  wants: () => [],
  isBroken: (visit) => visit.alarm !== alarmOf(visit),
}

/** A visit that is awaited is for somebody who is here, and was asked for by somebody who is known. */
export const visitForNobody: Judge<'visits'> = {
  rule: 'visitForNobody',
  of: 'visits',
  wants: ({ elderId, asker }) => [byIds('elders', [elderId]), byIds('accounts', [asker])],
  isBroken(visit, known) {
    if (!awaitedVisitStates.includes(visit.state)) return false
    const elder = known.find('elders', visit.elderId)
    if (!elder || !known.find('accounts', visit.asker)) return true
    const ending = endingOf(elder)
    // Whoever is at the door of somebody whose data are gone brings it to its end themselves.
    return (
      ending !== null &&
      !isBehind(elder) &&
      can(visit.state, ending === 'died' ? 'end' : 'cancel', visitMoves)
    )
  },
}

/** Somebody is on the way, or at the door, exactly where a visit says so. */
export const helperDiffers: Judge<'visits'> = {
  rule: 'helperDiffers',
  of: 'visits',
  wants: ({ helper }) => [byIds('accounts', [helper?.openid ?? null])],
  isBroken({ state, helper }, known) {
    if (state === 'claimed' || state === 'onSite')
      return helper === null || known.find('accounts', helper.openid) === null
    return state === 'open' && helper !== null
  },
}

/** What points at the visit that an elder awaits points at one of hers, for that day. */
export const awaitedNowhere: Judge<'awaitedVisits'> = {
  rule: 'awaitedNowhere',
  of: 'awaitedVisits',
  wants: ({ visitId }) => [byIds('visits', [visitId])],
  isBroken({ id, visitId }, known) {
    const visit = known.find('visits', visitId)
    return !visit || awaitedVisitId(visit.elderId, visit.when) !== id
  },
}
