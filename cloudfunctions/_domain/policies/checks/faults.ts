import type { Group } from '#types/policies'
import type { FenAMonth, MinutesAMonth } from '#types/policies/care'

/** A fault of a policy: where it is, and what to do about it, for the one who writes it. */
export interface Fault {
  path: (string | number)[]
  problem: string
}

/** What the names in a policy can lead to. */
export interface Named {
  groups: Readonly<Record<string, Group>>
  categories: Readonly<Record<string, unknown>>
}

export type Path = Fault['path']

/** Names that stand twice. */
export function repeatedFaults(names: readonly string[], pathOf: (place: number) => Path): Fault[] {
  return names.flatMap((name, place) =>
    names.indexOf(name) < place
      ? [{ path: pathOf(place), problem: `名称“${name}”用了两次。请给后面这一个另取一个名称。` }]
      : [],
  )
}

/** Rows of a matrix that name no group, or one that an earlier row has already, or that give nothing. */
export function matrixFaults(
  written: MinutesAMonth | FenAMonth | undefined,
  { groups }: Named,
  path: Path,
): Fault[] {
  if (written === undefined || typeof written === 'number') return []
  const names = written.matrix.map(({ group }) => group)
  return written.matrix.flatMap(({ group, byAbility }, row): Fault[] => {
    const at = [...path, 'matrix', row]
    const faults: Fault[] = []
    if (!Object.hasOwn(groups, group)) faults.push({ path: [...at, 'group'], problem: unknownGroup(group) })
    if (names.indexOf(group) < row)
      faults.push({
        path: [...at, 'group'],
        problem: `分组“${group}”在表里有两行，后一行永远用不到。请把两行合成一行。`,
      })
    if (Object.keys(byAbility).length === 0)
      faults.push({
        path: [...at, 'byAbility'],
        problem: `分组“${group}”这一行没有写任何能力等级，等于什么也不给。请至少写一个等级的数，或者删去这一行。`,
      })
    return faults
  })
}

/** What to do about a group that is not there. */
export const unknownGroup = (group: string): string =>
  `没有名为“${group}”的分组。请在 groups 里写明这个分组是哪些人，或者把名称改对。`
