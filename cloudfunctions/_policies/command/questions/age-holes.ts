import type { Condition } from '#types/policies/conditions'
import type { Fault } from '../../../_domain/policies/checks/faults'
import type { AnyPolicy } from '../kinds'
import { ruleLists } from './rule-lists'

interface Band {
  path: (string | number)[]
  from: number
  to: number
  /** Everything but the ages: only bands that differ in nothing else belong together. */
  rest: string
}

/** Ages between two rules of one list that differ only in their ages, and that none of them is for: 60–79 and 81–89. */
export function ageHoles(policy: AnyPolicy): Fault[] {
  return ruleLists(policy).flatMap(({ rules }) => {
    const bands = rules.flatMap(({ path, who, when }) => bandOf(who, policy, path, JSON.stringify(when)))
    const kinds = [...new Set(bands.map(({ rest }) => rest))]
    return kinds.flatMap((kind) => holes(bands.filter(({ rest }) => rest === kind)))
  })
}

function bandOf(who: Condition, policy: AnyPolicy, path: Band['path'], when: string): Band[] {
  const [name, ...others] = who.group ?? []
  const isOnlyGroup = name !== undefined && others.length === 0 && Object.keys(who).length === 1
  const { age, ...rest } = isOnlyGroup ? (policy.groups[name]?.who ?? {}) : who
  if (!age) return []
  const { from = 0, to = 150, counted = 'day' } = age
  return [{ path: [...path, 'who'], from, to, rest: JSON.stringify([rest, counted, when]) }]
}

function holes(bands: readonly Band[]): Fault[] {
  const inOrder = [...bands].sort((a, b) => a.from - b.from)
  let reach = inOrder[0]?.to ?? 0
  return inOrder.slice(1).flatMap(({ path, from, to }) => {
    const [first, last] = [reach + 1, from - 1]
    reach = Math.max(reach, to)
    if (first > last) return []
    const ages = first === last ? `${first} 岁` : `${first} 至 ${last} 岁`
    return [
      {
        path,
        problem: `${ages}的人哪一条都不算：前面一段到 ${first - 1} 岁，这一段从 ${from} 岁开始。原文真的没有给他们吗？是的话不用改。`,
      },
    ]
  })
}
