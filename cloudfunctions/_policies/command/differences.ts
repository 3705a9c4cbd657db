/** One figure of a case that is not as expected. */
interface Difference {
  path: (string | number)[]
  expected: unknown
  actual: unknown
}

/** Every figure in which two results differ. What is missing is compared without its order; services come one after another. */
export function differences(expected: object, actual: object): Difference[] {
  const wanted = leavesOf(expected)
  const found = leavesOf(actual)
  const keys = new Set([...wanted.keys(), ...found.keys()])
  return [...keys].flatMap((key) => {
    const [want, got] = [wanted.get(key), found.get(key)]
    if (key !== '' && same(want?.value, got?.value, want?.path.at(-1) === 'missing')) return []
    return [{ path: want?.path ?? got?.path ?? [], expected: want?.value, actual: got?.value }]
  })
}

interface Leaf {
  path: (string | number)[]
  value: unknown
}

/** Each figure by its path. An empty list or table is a figure of its own. */
export function leavesOf(value: unknown, path: (string | number)[] = []): Map<string, Leaf> {
  const isTable = typeof value === 'object' && value !== null && !isWords(value)
  const entries: [string | number, unknown][] = !isTable
    ? []
    : Array.isArray(value)
      ? value.map((one, place) => [place, one])
      : Object.entries(value)
  if (!isTable) return new Map([[JSON.stringify(path), { path, value }]])
  return new Map(entries.flatMap(([key, one]) => [...leavesOf(one, [...path, key])]))
}

const isWords = (value: object): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

function same(expected: unknown, actual: unknown, inAnyOrder: boolean): boolean {
  if (!Array.isArray(expected) || !Array.isArray(actual)) return expected === actual
  if (!inAnyOrder) return JSON.stringify(expected) === JSON.stringify(actual)
  return JSON.stringify([...expected].sort()) === JSON.stringify([...actual].sort())
}
