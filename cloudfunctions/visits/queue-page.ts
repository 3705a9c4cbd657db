import { Instant, Place } from '#types/values'
import * as z from '#types/z'
import { straightMetres } from '../_domain/stations/walking'
import { countOf, type QueueGroup, type Reach, reachedOf, type Tally } from '../_domain/visits/queue'
import type { VisitRecord } from '../_domain/visits/records'
import { allOf, command, near, select } from '../_shell/cloud'
import { anyOf, conditionsOf } from '../_shell/where'

/** A ring around the place to start from, metres: doors in it count as equally far, and go by their due time. */
const Ring = z.strictObject({ from: z.number(), to: z.number() })

/** After which visit of a group a page goes on: by due time and id, within a ring where the nearest come first. */
const Position = z.strictObject({ dueAt: z.string(), id: z.string(), ring: z.nullable(Ring) })

/** Where a page begins. `at` and `from` are those of the first page, so that nothing changes its place between pages. */
export const QueueStart = z.strictObject({
  at: Instant,
  from: z.nullable(Place),
  group: z.int().check(z.minimum(0), z.maximum(100)),
  last: z.nullable(Position),
})

type Ring = z.infer<typeof Ring>
type Position = z.infer<typeof Position>
type QueueStart = z.infer<typeof QueueStart>
interface Row {
  visit: VisitRecord
  position: Position
}

/** Half the width of a ring, metres: one building stays in one. */
const HALF = 1

interface Page {
  groups: readonly (QueueGroup | null)[]
  tallies: readonly Tally[]
  reaches: readonly Reach[]
  start: QueueStart
  /** How many visits it holds. */
  room: number
}

/**
 * One page of a queue, group after group, each read no further than there is room, and only where there is something.
 * @returns `next` is where the next page begins; null when nothing is left
 */
export async function queuePage({ groups, tallies, reaches, start, room }: Page): Promise<{
  visits: VisitRecord[]
  next: QueueStart | null
}> {
  const visits: VisitRecord[] = []
  for (const [index, group] of groups.entries()) {
    if (index < start.group || !group || countOf(tallies, group) === 0) continue
    const last = index === start.group ? start.last : null
    const left = room - visits.length
    if (left === 0) return { visits, next: { ...start, group: index, last } }
    const rows = await rowsOf(group, { reaches, start, last, limit: left + 1 })
    visits.push(...rows.slice(0, left).map(({ visit }) => visit))
    const end = rows[left - 1]
    if (rows.length > left && end) return { visits, next: { ...start, group: index, last: end.position } }
  }
  return { visits, next: null }
}

/** What a group is read by. */
interface Reading {
  reaches: readonly Reach[]
  start: QueueStart
  last: Position | null
  limit: number
}

function rowsOf(group: QueueGroup, reading: Reading): Promise<Row[]> {
  const { reaches, start } = reading
  const reached = reaches.map((reach) => reachedOf(group, reach, start.at)).filter((where) => where !== null)
  if (reached.length === 0) return Promise.resolve([])
  const where = anyOf(reached.map(conditionsOf))
  if (group.order !== 'nearest' || !start.from) {
    return inOrder([where], { ...reading, direction: group.order === 'latest' ? 'desc' : 'asc', ring: null })
  }
  // The index of places begins with state and alarm.
  const indexed = { state: command.in(group.states), alarm: group.alarm }
  return nearestFirst({ ...reading, where, indexed, from: start.from })
}

/** By due time, then by id. */
async function inOrder(
  conditions: object[],
  {
    last,
    limit,
    direction,
    ring,
  }: { last: Position | null; limit: number; direction: 'asc' | 'desc'; ring: Ring | null },
): Promise<Row[]> {
  const beyond = direction === 'asc' ? command.gt : command.lt
  const rest = last && [
    command.or([{ dueAt: beyond(last.dueAt) }, { dueAt: last.dueAt, _id: command.gt(last.id) }]),
  ]
  const found = await select('visits', {
    where: allOf([...conditions, ...(rest ?? [])]),
    orderBy: [
      ['dueAt', direction],
      ['_id', 'asc'],
    ],
    limit,
  })
  return found.map((visit) => ({ visit, position: { dueAt: visit.dueAt, id: visit.id, ring } }))
}

/**
 * By distance, a ring at a time. The database orders by distance alone, so the ring in which it had to stop is read again by
 * due time: a page can go on within it, however many doors one building has.
 */
async function nearestFirst({
  where,
  indexed,
  from,
  last,
  limit,
}: Reading & { where: object; indexed: object; from: Place }): Promise<Row[]> {
  const inRing = (ring: Ring, after: Position | null, most: number) =>
    inOrder([{ ...indexed, location: near(from, ring) }, where], {
      last: after,
      limit: most,
      direction: 'asc',
      ring,
    })
  const rest = last?.ring ? await inRing(last.ring, last, limit) : []
  const wanted = limit - rest.length
  if (wanted === 0) return rest

  const beyond = last?.ring?.to ?? 0
  const location = near(from, { from: beyond })
  const found = await select('visits', { where: allOf([{ ...indexed, location }, where]), limit: wanted })
  const edge = found.at(-1)
  if (!edge || found.length < wanted) return [...rest, ...found.map(atStartOf({ from: beyond, to: beyond }))]
  const metres = straightMetres(from, edge.place)
  const ring = { from: Math.max(beyond, metres - HALF), to: metres + HALF }
  const inner = found.filter(({ place }) => straightMetres(from, place) < ring.from).map(atStartOf(ring))
  return [...rest, ...inner, ...(await inRing(ring, null, wanted - inner.length))]
}

/** What stands before a ring: whatever goes on after it begins with the whole ring. */
const atStartOf =
  (ring: Ring) =>
  (visit: VisitRecord): Row => ({ visit, position: { dueAt: '', id: '', ring } })
