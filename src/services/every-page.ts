/** Beyond this something is wrong. */
const mostPages = 20

/** Every page of a list, one after the other. */
export async function everyPage<T>(
  load: (after: string | null) => Promise<{ items: readonly T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = []
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: { items: readonly T[]; next: string | null } = await load(after)
    all.push(...page.items)
    after = page.next
    if (after === null) break
  }
  return all
}
