import { likenessId } from '#types/ids'
import type { Instant } from '#types/values'
import { undoUntil } from '../../_domain/people/likenesses/pairs'
import type { ElderRecord } from '../../_domain/people/records'
import { find } from '../cloud'
import { likenessTerms } from '../policies'

/** Second registrations of an elder that can still be parted from hers, each with until when. */
export async function partableOf(
  { id, joined = [] }: Pick<ElderRecord, 'id' | 'joined'>,
  now: Date,
): Promise<{ id: string; until: Instant }[]> {
  const partable: { id: string; until: Instant }[] = []
  for (const other of joined) {
    const until = await partableUntil(id, other, now)
    if (until) partable.push({ id: other, until })
  }
  return partable
}

/** Until when two registrations that were joined can be parted; null where that time is over. */
export async function partableUntil(one: string, other: string, now: Date): Promise<Instant | null> {
  const pair = await find('likenesses', likenessId(one, other))
  return pair && undoUntil(pair, now, likenessTerms)
}

/** An elder with those of her second registrations alone that are hers for good: of the others nothing is taken away that may be another's. */
export async function withSettled(elder: ElderRecord, now: Date): Promise<ElderRecord> {
  const partable = (await partableOf(elder, now)).map(({ id }) => id)
  return { ...elder, joined: (elder.joined ?? []).filter((id) => !partable.includes(id)) }
}
