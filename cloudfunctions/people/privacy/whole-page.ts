/** More records than these with one key are no page any more. */
const MOST_WITH_ONE_KEY = 100

/**
 * A page that does not end in the midst of records with the same key: the next page begins after that key, so those that
 * were cut off belong to this one.
 * @param found records in order of `keyOf`, at most `page` of them
 * @param restOf reads records with this key
 */
export async function wholePage<T extends { id: string }>(
  found: readonly T[],
  page: number,
  { keyOf, restOf }: { keyOf(one: T): string; restOf(key: string, limit: number): Promise<T[]> },
): Promise<T[]> {
  const last = found.at(-1)
  if (!last || found.length < page) return [...found]
  const rest = await restOf(keyOf(last), MOST_WITH_ONE_KEY)
  return [...new Map([...found, ...rest].map((one) => [one.id, one])).values()]
}
