import { slots } from '#types/meals/slots'
import type { Wrong } from './references'
import type { Places } from './shapes'

type Files = Pick<Places, 'stations' | 'tables'>

/** Days and times that contradict each other: whoever reads them later finds a station open that is closed, or a meal on sale that is over. */
export function outOfOrder({ stations, tables }: Files): Wrong[] {
  return [
    ...stations.flatMap(({ hours, closures }, at) => [
      ...hours.flatMap(({ from, to }, nth) =>
        to > from
          ? []
          : [wrong('stations', [at, 'hours', nth, 'to'], `关门的时间 ${to} 要比开门的 ${from} 晚。`)],
      ),
      ...closures.flatMap((closure, nth) =>
        isForward(closure) ? [] : [wrong('stations', [at, 'closures', nth], '最后一天写在了第一天的前面。')],
      ),
    ]),
    ...tables.flatMap((table, at) => [
      ...(table.modes.length > 0
        ? []
        : [wrong('tables', [at, 'modes'], '至少要写一种吃法，不然谁也订不了。')]),
      ...slots.flatMap((slot) => cutOffs(table, at, slot)),
    ]),
  ]
}

function isForward(closure: Files['stations'][number]['closures'][number]): boolean {
  return 'from' in closure ? closure.from <= closure.to : closure.fromDay <= closure.toDay
}

/** Until when a meal is booked and cancelled, where that is after it has begun. */
function cutOffs(table: Files['tables'][number], at: number, slot: (typeof slots)[number]): Wrong[] {
  const laid = table[slot]
  if (!laid) return []
  return (['bookBefore', 'cancelBefore'] as const).flatMap((field) =>
    laid[field] <= laid.startsAt
      ? []
      : [
          wrong(
            'tables',
            [at, slot, field],
            `这里写的是 ${laid[field]}，不能比开饭（${laid.startsAt}）还晚。`,
          ),
        ],
  )
}

const wrong = (file: string, path: Wrong['path'], problem: string): Wrong => ({ file, path, problem })
