import type { Condition } from '#types/policies/conditions'
import { type Fault, type Named, type Path, unknownGroup } from './faults'

/** Groups and own categories that a condition names and nobody has declared. */
export function conditionFaults(condition: Condition, named: Named, path: Path): Fault[] {
  const { group = [], category = [], all = [], any = [], not } = condition
  return [
    ...group.flatMap((name, place) =>
      Object.hasOwn(named.groups, name)
        ? []
        : [{ path: [...path, 'group', place], problem: unknownGroup(name) }],
    ),
    ...category.flatMap((name, place) =>
      name.startsWith('own-') && !Object.hasOwn(named.categories, name)
        ? [
            {
              path: [...path, 'category', place],
              problem: `本区自定的人员类别“${name}”还没有登记。请在 categories 里写明它叫什么、凭什么材料认定，或者把名称改对。`,
            },
          ]
        : [],
    ),
    ...all.flatMap((one, place) => conditionFaults(one, named, [...path, 'all', place])),
    ...any.flatMap((one, place) => conditionFaults(one, named, [...path, 'any', place])),
    ...(not ? conditionFaults(not, named, [...path, 'not']) : []),
  ]
}

/** The faults of the groups themselves; a group that leads back to itself could never be decided. */
export function groupFaults(named: Named): Fault[] {
  return Object.entries(named.groups).flatMap(([name, { who }]) => {
    const path = ['groups', name, 'who']
    const circle = leadsTo(name, groupsIn(who), named, new Set())
    return [
      ...conditionFaults(who, named, path),
      ...(circle
        ? [{ path, problem: `分组“${name}”绕了一圈又用到了它自己，永远判断不出来。请改用具体的条件来写。` }]
        : []),
    ]
  })
}

function leadsTo(goal: string, names: readonly string[], named: Named, seen: Set<string>): boolean {
  return names.some((name) => {
    if (name === goal) return true
    if (seen.has(name)) return false
    seen.add(name)
    const next = named.groups[name]
    return next !== undefined && leadsTo(goal, groupsIn(next.who), named, seen)
  })
}

const groupsIn = ({ group = [], all = [], any = [], not }: Condition): string[] => [
  ...group,
  ...[...all, ...any].flatMap(groupsIn),
  ...(not ? groupsIn(not) : []),
]
