/**
 * Every page of a list, one after the other, however many there are: what is counted and sorted on the phone has to be whole.
 * @param load a page; `next` is where the next one begins, null when nothing is left
 * @throws Error where a page begins where it began: it would never end
 */
export async function everyPage<T, After = string>(
  load: (after: After | null) => Promise<{ items: readonly T[]; next: After | null }>,
): Promise<T[]> {
  const all: T[] = []
  let after: After | null = null
  for (;;) {
    const page: { items: readonly T[]; next: After | null } = await load(after)
    all.push(...page.items)
    if (page.next === null) return all
    if (JSON.stringify(page.next) === JSON.stringify(after)) throw new Error('a page that leads to itself')
    after = page.next
  }
}
