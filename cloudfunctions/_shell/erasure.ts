import { ERASED } from '../_domain/elders'
import { command, updateWhere } from './cloud'

/**
 * Takes the name, the address and everybody's words out of what was booked and asked for an elder whose data are gone; what
 * was eaten, given and paid stays, under an id that leads nowhere. Doing it again changes nothing.
 */
export async function forgetNames(elderId: string): Promise<void> {
  const named = { elderId, elderName: command.neq(ERASED) }
  await updateWhere('visits', { ...named, report: command.neq(null) }, { 'report.note': null })
  await updateWhere('mealOrders', named, {
    elderName: ERASED,
    'placedBy.name': ERASED,
    history: [],
    notify: null,
    reason: null,
  })
  await updateWhere('visits', named, {
    elderName: ERASED,
    politeName: ERASED,
    building: ERASED,
    room: null,
    reason: ERASED,
    'askedBy.name': ERASED,
    history: [],
    notify: null,
  })
}
