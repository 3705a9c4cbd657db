import { likenessId } from '#types/ids'
import type { Instant } from '#types/values'
import { undoUntil } from '../../_domain/people/likenesses/pairs'
import type { ElderRecord } from '../../_domain/people/records'
import { find } from '../../_shell/cloud'
import { likenessTerms } from '../../_shell/policies'

/** Second registrations of an elder that can still be parted from hers, each with until when. */
export async function partableOf(
  { id, joined = [] }: Pick<ElderRecord, 'id' | 'joined'>,
  now: Date,
): Promise<{ id: string; until: Instant }[]> {
  const partable: { id: string; until: Instant }[] = []
  for (const other of joined) {
    const pair = await find('likenesses', likenessId(id, other))
    const until = pair && undoUntil(pair, now, likenessTerms)
    if (until) partable.push({ id: other, until })
  }
  return partable
}

/** An elder with those of her second registrations alone that are hers for good: of the others nothing is taken away that may be another's. */
export async function withSettled(elder: ElderRecord, now: Date): Promise<ElderRecord> {
  const partable = (await partableOf(elder, now)).map(({ id }) => id)
  return { ...elder, joined: (elder.joined ?? []).filter((id) => !partable.includes(id)) }
}
