import { photosOf } from '../_domain/eligibility/photos'
import { ERASED } from '../_domain/people/elders/forgetting'
import type { ElderRecord } from '../_domain/people/records'
import { command, removeFileAt, removeFiles, removeWhere, select, updateWhere } from './cloud'

/** Acts whose reason is somebody's words about her; the reasons for looking at her data are kept with the look. */
const WORDED = [
  'meals.bookFor',
  'meals.cancel',
  'meals.confirm',
  'meals.refuse',
  'meals.unserve',
  'eligibility.decide',
  'people.correct',
  'people.erase',
  'people.recordDeath',
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
  await removeApplications(elderId)
  await updateWhere('settlementEntries', named({ elderId }), { elderName: ERASED })
  await updateWhere('flags', named({ elderId }), { elderName: ERASED, closed: null })
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

/** What she applied for and what was decided, with the photos of her papers: the files first, so that none is forgotten. */
export async function removeApplications(elderId: string): Promise<void> {
  const [applied, uploads] = await Promise.all([
    select('applications', { where: { elderId }, limit: MOST_NAMED }),
    select('uploads', { where: { elderId }, limit: MOST_NAMED }),
  ])
  const known = applied.flatMap(photosOf)
  await removeFiles(known)
  for (const { path } of uploads) if (!known.some((fileId) => fileId.endsWith(path))) await removeFileAt(path)
  await removeWhere('uploads', { elderId })
  await removeWhere('determinations', { elderId })
  await removeWhere('applications', { elderId }) // last: as long as one is there, it is known that something is left to do
}

/** Which of these elders are still named in what `forgetNames` goes over; of very many some may be left out. */
export async function stillNamed(elderIds: readonly string[]): Promise<Set<string | null>> {
  const ofThem = { elderId: command.in(elderIds) }
  const found = await Promise.all([
    select('auditLog', { where: worded(ofThem), limit: MOST_NAMED }),
    select('invitations', { where: ofThem, limit: MOST_NAMED }),
    select('applications', { where: ofThem, limit: MOST_NAMED }),
    select('settlementEntries', { where: named(ofThem), limit: MOST_NAMED }),
    select('flags', { where: named(ofThem), limit: MOST_NAMED }),
    select('relations', { where: named(ofThem), limit: MOST_NAMED }),
    select('mealOrders', { where: named(ofThem), limit: MOST_NAMED }),
    select('visits', { where: named(ofThem), limit: MOST_NAMED }),
  ])
  return new Set(found.flat().map(({ elderId }) => elderId))
}

const named = (ofWhom: object) => ({ ...ofWhom, elderName: command.neq(ERASED) })
const worded = (ofWhom: object) => ({ ...ofWhom, action: command.in(WORDED), reason: command.neq(null) })
