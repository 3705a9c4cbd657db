import { aVisit } from '../domain/builders'
import type { Town } from './a-town'
import { MOTHER, STATION } from './full-day'

/** How many doors of the town nobody opened, and how many calm requests nobody took, when the morning begins. */
export const SILENT = 20
export const STALE = 200

/** Fills the mother's town with reports that nobody dealt with and requests that nobody took, all of them due before `at`. */
export async function aBusyMorning(town: Town, at: Date): Promise<void> {
  const neighbours = (await town.stored('elders')).filter(
    ({ id, stationId }) => stationId === STATION && id !== MOTHER,
  )
  const visits = Array.from({ length: SILENT + STALE }, (_, nth) => {
    const elder = neighbours[nth % neighbours.length]
    if (!elder) throw new Error('nobody lives near the station')
    const { id: elderId, name: elderName, district, townId, stationId, building, room, place } = elder
    return aVisit({
      id: `v-before-${nth}`,
      ...{ elderId, elderName, politeName: `${elderName.slice(0, 1)}奶奶` },
      ...{ district, townId, stationId, building, room, place },
      ...{ asker: 'o-zhang-jing', notify: null, lateTold: 'supervisor' },
      ...{ askedAt: minutesBefore(at, 600 + nth), dueAt: minutesBefore(at, 30 + nth) },
      askedBy: { name: '张静', role: 'clerk', relation: null, channel: 'phone' },
      ...(nth < SILENT
        ? {
            urgency: 'hard',
            state: 'reported',
            helper: { openid: 'o-qian-feng', name: '钱峰', kind: 'neighbour' },
            report: { outcome: 'noAnswer', by: '钱峰', at: minutesBefore(at, 60 + nth) },
          }
        : { urgency: 'worry', reason: '想有人说说话' }),
    })
  })
  await town.emulator.engine.seed(
    'visits',
    visits.map(({ id, ...visit }) => ({ ...visit, _id: id })),
  )
}

const minutesBefore = (at: Date, minutes: number) => new Date(at.getTime() - minutes * 60_000).toISOString()
