import { ERASED } from '../_domain/elders'
import type { ElderRecord } from '../_domain/records/people'
import { command, removeWhere, select, updateWhere } from './cloud'

/** Acts whose reason is somebody's words about her; the reasons for looking at her data are kept with the look. */
const WORDED = [
  'meals.bookFor',
  'meals.cancel',
  'meals.confirm',
  'meals.refuse',
  'people.correct',
  'people.erase',
  'people.verify',
  'visits.request',
]

/** So many records with names in them are looked at in one go. */
const MOST_NAMED = 100

/**
 * Takes the name, the address, the place and everybody's words out of what was booked and asked for an elder whose data are
 * gone, and the invitations to her away; what was eaten, given and paid stays, under an id that leads nowhere. Doing it again
 * changes nothing.
 */
export async function forgetNames({ id: elderId, place }: Pick<ElderRecord, 'id' | 'place'>): Promise<void> {
  await updateWhere('auditLog', worded({ elderId }), { reason: null })
  await removeWhere('invitations', { elderId })
  await updateWhere('relations', named({ elderId }), {
    state: 'revoked',
    name: ERASED,
    elderName: ERASED,
    building: ERASED,
    words: null,
    granted: null,
    evidence: null,
  })
  await updateWhere('visits', { ...named({ elderId }), report: command.neq(null) }, { 'report.note': null })
  await updateWhere('mealOrders', named({ elderId }), {
    elderName: ERASED,
    'placedBy.name': ERASED,
    history: [],
    notify: null,
    reason: null,
  })
  await updateWhere('visits', named({ elderId }), {
    elderName: ERASED,
    politeName: ERASED,
    building: ERASED,
    room: null,
    place,
    reason: ERASED,
    'askedBy.name': ERASED,
    history: [],
    notify: null,
  })
}

/** Which of these elders are still named in what `forgetNames` goes over; of very many some may be left out. */
export async function stillNamed(elderIds: readonly string[]): Promise<Set<string | null>> {
  const ofThem = { elderId: command.in(elderIds) }
  const found = await Promise.all([
    select('auditLog', { where: worded(ofThem), limit: MOST_NAMED }),
    select('invitations', { where: ofThem, limit: MOST_NAMED }),
    select('relations', { where: named(ofThem), limit: MOST_NAMED }),
    select('mealOrders', { where: named(ofThem), limit: MOST_NAMED }),
    select('visits', { where: named(ofThem), limit: MOST_NAMED }),
  ])
  return new Set(found.flat().map(({ elderId }) => elderId))
}

const named = (ofWhom: object) => ({ ...ofWhom, elderName: command.neq(ERASED) })
const worded = (ofWhom: object) => ({ ...ofWhom, action: command.in(WORDED), reason: command.neq(null) })
