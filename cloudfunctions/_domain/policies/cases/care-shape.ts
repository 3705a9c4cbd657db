/**
 * Of what was found, what somebody expected something of: the same keys, the same elements, so that the two can be laid side
 * by side. A service expected as a word is its outcome. Where lists differ in length, all of the found one is shown; so is
 * all under the keys in `whole`, where a thing that nobody expected has to show.
 */
export function sameShape<T extends object>(expected: T, found: object, whole: readonly (keyof T)[]): T {
  const kept = Object.entries(found).filter(([key]) => key in expected && whole.includes(key as keyof T))
  // The shape of `expected` is copied key by key, so the result has its type wherever the values found have theirs.
  return { ...(shaped(expected, found) as T), ...Object.fromEntries(kept) }
}

function shaped(expected: unknown, found: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(found))
    return found.map((one, place) => (place < expected.length ? shaped(expected[place], one) : one))
  if (!isRecord(found)) return found
  if (typeof expected === 'string' && 'outcome' in found) return found.outcome
  if (!isRecord(expected)) return found
  return Object.fromEntries(
    Object.entries(expected).flatMap(([key, value]) =>
      key in found ? [[key, shaped(value, found[key])]] : [],
    ),
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
