import type { Actor } from '#types/actors'
import { localDate } from '#types/days'
import { MOST_LISTED } from '#types/supervision/mismatches'
import type { Mismatch } from './judging'
import type { MismatchNightRecord } from './records'

type Listed = MismatchNightRecord['found'][number]

const isSame = (a: Listed, b: Listed): boolean => a.rule === b.rule && a.id === b.id

/** What was found, each once, and does not wait to be looked at already. */
export const notListed = (
  found: readonly Mismatch[],
  open: readonly Pick<MismatchNightRecord, 'district' | 'found'>[],
): Mismatch[] => {
  const keyOf = (district: string, { rule, id }: Listed) => `${district} ${rule} ${id}`
  const listed = new Set(
    open.flatMap(({ district, found: listed }) => listed.map((one) => keyOf(district, one))),
  )
  const once = new Map(found.map((one) => [keyOf(one.district, one), one]))
  return [...once].flatMap(([key, one]) => (listed.has(key) ? [] : [one]))
}

/** The night's record of a district with what was found, beside what an earlier run of the same night has found. */
export function nightWith(
  before: MismatchNightRecord | null,
  found: readonly [Mismatch, ...Mismatch[]],
  now: Date,
): MismatchNightRecord {
  const [{ district }] = found
  const date = localDate(now)
  const earlier = before?.found ?? []
  const more = found.filter((one) => !earlier.some((other) => isSame(one, other)))
  return {
    id: `${district}_${date}`,
    district,
    date,
    count: (before?.count ?? 0) + more.length,
    found: [...earlier, ...more.map(({ rule, id }) => ({ rule, id }))].slice(0, MOST_LISTED),
    state: 'open',
    at: now.toISOString(),
    closed: null,
  }
}

/** A night that somebody has looked at; the first look stays. */
export const lookedAt = (
  night: MismatchNightRecord,
  { by, now }: { by: Actor; now: Date },
): MismatchNightRecord =>
  night.state === 'closed' ? night : { ...night, state: 'closed', closed: { by, at: now.toISOString() } }
