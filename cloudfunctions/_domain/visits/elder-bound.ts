import { awaitedVisitStates } from '#types/states'
import type { ElderRow } from '../elder-row'
import { endedBy, endingOf } from '../people/elders/ending'
import { ERASED } from '../people/elders/forgetting'
import { visitPart } from '../people/privacy/copy'
import { endVisit } from './ending'
import { placed } from './records'

const isNamed = { elderName: { not: ERASED } }

/** Visits that were asked for her. What was found stays, in no words. */
export const visits: ElderRow<'visits'> = {
  found: 'elderId',
  live: {
    where: () => ({ state: { in: awaitedVisitStates } }),
    ends: {
      reads: () => ({}),
      becomes(visit, _, { elder, now }) {
        const ending = endingOf(elder)
        const ended = ending && endVisit(visit, ending, { by: endedBy(elder), now })
        return ended && { visits: ended }
      },
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
        ...placed(place),
        reason: ERASED,
        earlierReports: [],
        'askedBy.name': ERASED,
        history: [],
        notify: null,
      }),
    },
  ],
  withdrawn: { location: { where: {}, set: ({ place }) => placed(place) } },
  /** Who has yet to go goes to her new door; who stands at the old one has come. */
  moved: {
    where: { state: { in: ['open', 'claimed', 'escalated'] } },
    set: ({ stationId, townId, building, room, place }) => ({
      stationId,
      townId,
      building,
      room,
      ...placed(place),
    }),
  },
  copied: { part: 'visits', by: 'askedAt', direction: 'desc', as: (found) => found.map(visitPart) },
}

/** Which visit she awaits. */
export const awaitedVisits: ElderRow<'awaitedVisits'> = {
  found: 'id',
  kept: 'points at a visit that tells nothing of her any more',
}
