import type { CollectionName, Documents, Field } from '../../_domain/documents'
import { command, select } from '../../_shell/cloud'
import { everyPage } from '../../_shell/every-page'

/** In which order a list is read, and after which value of that field. */
interface Order<N extends CollectionName> {
  where: object
  by: Field<N>
  direction: 'asc' | 'desc'
  after: string | undefined
}

/**
 * A page that does not end in the midst of records with the same value: the next page begins after that value, so those that
 * were cut off belong to this one, however many there are.
 * @returns `next` is the value after which the next page begins; null when this page was not full
 */
export async function wholePage<N extends CollectionName>(
  name: N,
  { where, by, direction, after }: Order<N>,
  limit: number,
): Promise<{ records: Documents[N][]; next: string | null }> {
  const field = by === 'id' ? '_id' : by
  const beyond = direction === 'asc' ? command.gt(after) : command.lt(after)
  const found = await select(name, {
    where: { ...where, ...(after !== undefined && { [field]: beyond }) },
    orderBy: [[field, direction]],
    limit,
  })
  const last = found.at(-1)
  if (!last || found.length < limit) return { records: found, next: null }
  const next = String(last[by as keyof Documents[N]]) // a field of this very collection
  if (by === 'id') return { records: found, next }
  const whole = new Map(found.map((one) => [one.id, one]))
  await everyPage(name, { ...where, [field]: next }, async (rest) => {
    for (const one of rest) whole.set(one.id, one)
  })
  return { records: [...whole.values()], next }
}
