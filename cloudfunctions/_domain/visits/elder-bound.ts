import { awaitedVisitStates, can, visitMoves } from '#types/states'
import type { ElderRow } from '../elder-row'
import { ERASED, erasedActor } from '../people/elders/forgetting'
import { visitPart } from '../people/privacy/copy'
import { moveVisit } from './visits'

const isNamed = { elderName: { not: ERASED } }

/** Visits that were asked for her. What was found stays, in no words. */
export const visits: ElderRow<'visits'> = {
  found: 'elderId',
  live: {
    where: () => ({ state: { in: awaitedVisitStates } }),
    ends: {
      reads: () => ({}),
      /** Somebody at the door already brings it to its end themselves. */
      becomes: (visit, _, { now }) =>
        can(visit.state, 'cancel', visitMoves)
          ? { visits: moveVisit(visit, 'cancel', { by: erasedActor('elder'), now }) }
          : null,
    },
  },
  told: { field: 'notify', hers: { 'askedBy.role': 'elder' } },
  forgotten: [
    { where: { 'report.note': { not: null } }, set: () => ({ 'report.note': null }) },
    {
      where: isNamed,
      set: ({ place }) => ({
        elderName: ERASED,
        politeName: ERASED,
        building: ERASED,
        room: null,
        place,
        reason: ERASED,
        'askedBy.name': ERASED,
        history: [],
        notify: null,
      }),
    },
  ],
  withdrawn: { location: { where: {}, set: ({ place }) => ({ place }) } },
  /** Who has yet to go goes to her new door; who stands at the old one has come. */
  moved: {
    where: { state: { in: ['open', 'claimed'] } },
    set: ({ stationId, townId, building, room, place }) => ({ stationId, townId, building, room, place }),
  },
  copied: { part: 'visits', by: 'askedAt', direction: 'desc', as: (found) => found.map(visitPart) },
}

/** Which visit she awaits. */
export const awaitedVisits: ElderRow<'awaitedVisits'> = {
  found: 'id',
  kept: 'points at a visit that tells nothing of her any more',
}
