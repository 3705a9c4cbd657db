import { addDays } from '#types/days'
import type { PolicyKind } from '#types/policies'
import type { LocalDate } from '#types/values'
import type { Fault } from './faults'

/** What a chain needs to know of a policy. */
interface Link extends Gives {
  id: string
  district?: string | undefined
  effectiveFrom: LocalDate
  effectiveTo: LocalDate | null
}

interface Gives {
  kind: PolicyKind
  /** What gives something, by kind; a document without any ends the one before it. */
  layers?: readonly unknown[] | undefined
  discounts?: readonly unknown[] | undefined
  delivery?: unknown
  operator?: readonly unknown[] | undefined
}

/** A fault of one policy of a chain, by its id. */
interface ChainFault extends Fault {
  id: string
}

/**
 * Policies of one kind for one place, the earliest first. Documents without a district belong together by their id without
 * the date at its end: `beijing-meal-2022-03` and `beijing-meal-2026-01`.
 */
export function chainsOf<T extends Link>(policies: readonly T[]): T[][] {
  const chains = new Map<string, T[]>()
  for (const policy of policies) {
    const place = policy.district ?? `*${policy.id.replace(/(-\d{2,4})+$/, '')}`
    const key = `${policy.kind} ${place}`
    chains.set(key, [...(chains.get(key) ?? []), policy])
  }
  return [...chains.values()].map((chain) =>
    chain.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)),
  )
}

/** The last day on which a policy holds: its own, at most the day before the next begins; null where it is open. */
export function lastDay({ effectiveTo }: Link, next: Link | undefined): LocalDate | null {
  const before = next ? addDays(next.effectiveFrom, -1) : null
  return effectiveTo === null || (before !== null && before < effectiveTo) ? before : effectiveTo
}

/** A meal policy that gives nothing to anybody: from its first day on the one before it has ended. */
export const givesNothing = ({ kind, layers, discounts = [], delivery, operator = [] }: Gives): boolean =>
  kind === 'meal' && layers?.length === 0 && discounts.length + operator.length === 0 && !delivery

/** Days with two policies of one kind for one place, or with none between two. */
export function chainFaults(policies: readonly Link[]): ChainFault[] {
  return [
    ...idFaults(policies),
    ...chainsOf(policies).flatMap((chain) =>
      chain.slice(1).flatMap((next, place) => meetingFaults(chain[place], next)),
    ),
  ]
}

function idFaults(policies: readonly Link[]): ChainFault[] {
  const ids = policies.map(({ id }) => id)
  return ids
    .filter((id, place) => ids.indexOf(id) < place)
    .map((id) => ({ id, path: ['id'], problem: `有两个文件的 id 都是“${id}”。请给其中一个另取一个 id。` }))
}

function meetingFaults(before: Link | undefined, next: Link): ChainFault[] {
  if (!before) return []
  const { id, effectiveFrom } = next
  if (effectiveFrom === before.effectiveFrom)
    return [
      {
        id,
        path: ['effectiveFrom'],
        problem: `“${before.id}”和“${id}”都从 ${effectiveFrom} 开始，同一天只能有一份政策。请改还没有存的那一份的开始日期；存进系统的不能改。`,
      },
    ]
  const { effectiveTo } = before
  if (effectiveTo === null) return []
  const dayBefore = addDays(effectiveFrom, -1)
  if (effectiveTo === dayBefore || (effectiveTo > dayBefore && givesNothing(next))) return []
  const dayAfter = addDays(effectiveTo, 1)
  const repair = `存进系统的政策不能改，请改还没有存的那一份：新的是“${id}”，就把它的 effectiveFrom 改成 ${dayAfter}；“${before.id}”也还没有存，才可以把它的 effectiveTo 改成 ${dayBefore}，或者写 null（到下一份开始的前一天为止）。`
  const path = ['effectiveFrom']
  if (effectiveTo > dayBefore)
    return [
      {
        id,
        path,
        problem: `“${before.id}”到 ${effectiveTo} 才结束，“${id}”从 ${effectiveFrom} 就开始，日期重叠了。${repair}`,
      },
    ]
  return [
    {
      id,
      path,
      problem: `“${before.id}”到 ${effectiveTo} 结束，“${id}”从 ${effectiveFrom} 才开始，中间从 ${dayAfter} 到 ${dayBefore} 没有政策。${repair}`,
    },
  ]
}
