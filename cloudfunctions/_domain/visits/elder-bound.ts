import { awaitedVisitStates } from '#types/states'
import type { ElderRow } from '../elder-row'
import { tellEnded, tellMistaken, tellMoved } from '../messages/of-visits'
import { messageOf } from '../messages/telling'
import { endedBy, endingOf } from '../people/elders/ending'
import { ERASED } from '../people/elders/forgetting'
import { hasSameHome } from '../people/elders/moving'
import { hasUnknownPlace } from '../people/elders/place'
import { visitPart } from '../people/privacy/copy'
import type { ElderRecord } from '../people/records'
import { endVisit } from './ending'
import { placed, type VisitRecord } from './records'

const isNamed = { elderName: { not: ERASED } }

/** Visits that were asked for her. What was found stays, in no words. */
export const visits: ElderRow<'visits'> = {
  found: 'elderId',
  live: {
    where: () => ({ state: { in: awaitedVisitStates } }),
    ends: {
      reads: () => ({}),
      becomes(visit, _, { elder, now, notices }) {
        const ending = endingOf(elder)
        const ended = ending && endVisit(visit, ending, { by: endedBy(elder), now })
        if (!ended) return null
        const told = tellEnded(visit, { now, notices })
        return {
          visits: ended,
          ...(told && { messages: messageOf(`ended-${visit.id}`, told, now, notices) }),
        }
      },
    },
  },
  /** Whoever asked learns that nobody comes, and may ask again: what had ended was waited for, overdue or not. */
  undone: {
    where: { ended: 'died' },
    together: {
      reads: () => ({}),
      becomes(visit, _, { now, notices }) {
        if (visit.ended !== 'died') return null
        const mistaken = { ...visit, ended: 'mistaken' as const }
        const told = tellMistaken(mistaken, { now, notices })
        return {
          visits: mistaken,
          ...(told && { messages: messageOf(`undone-${visit.id}`, told, now, notices) }),
        }
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
        ...placed(place, true),
        reason: ERASED,
        earlierReports: [],
        settlings: [],
        'askedBy.name': ERASED,
        history: [],
        notify: null,
      }),
    },
  ],
  withdrawn: { location: { where: {}, set: ({ place }) => placed(place, true) } },
  /** Who has yet to go goes to her new door; who stands at the old one has come. */
  moved: {
    where: () => ({ state: { in: ['open', 'escalated'] } }),
    set: doorOf,
    promised: {
      where: () => ({ state: 'claimed' }),
      together: {
        reads: () => ({}),
        becomes(visit, _, { elder, now, notices }) {
          if (!isYetToGo(visit) || isAtDoorOf(visit, elder)) return null
          const moved = { ...visit, ...doorOf(elder) }
          const isSameDoor = visit.building === elder.building && visit.room === elder.room
          const told = isSameDoor ? null : tellMoved(moved, { now, notices })
          const id = `moved-${visit.id}-${now.getTime()}`
          return { visits: moved, ...(told && { messages: messageOf(id, told, now, notices) }) }
        },
      },
    },
  },
  copied: { part: 'visits', by: 'askedAt', direction: 'desc', as: (found) => found.map(visitPart) },
}

/** Where somebody goes who goes to her. */
function doorOf(elder: ElderRecord) {
  const { stationId, townId, building, room, place } = elder
  return { stationId, townId, building, room, ...placed(place, hasUnknownPlace(elder)) }
}

const isYetToGo = ({ state }: VisitRecord) => state === 'open' || state === 'claimed' || state === 'escalated'

const isAtDoorOf = (visit: VisitRecord, elder: ElderRecord): boolean =>
  visit.stationId === elder.stationId && visit.townId === elder.townId && hasSameHome(visit, doorOf(elder))

/** Which visit she awaits. */
export const awaitedVisits: ElderRow<'awaitedVisits'> = {
  found: 'id',
  kept: 'points at a visit that tells nothing of her any more',
}
