import { isGivenUp, unseenOf } from '../_domain/people/likenesses/pairs'
import type { LikenessRecord } from '../_domain/people/likenesses/records'
import type { ElderRecord } from '../_domain/people/records'
import { command, removeWhere, select, sumUp, updateWhere } from '../_shell/cloud'

/** So many pairs are looked at together. */
const TOGETHER = 50

/**
 * Goes over the pairs of registrations that wait for a clerk: one that was given up unseen (`isGivenUp`) keeps none of them waiting, and
 * of the others it is counted again who was seen since. Whoever agrees later is looked for again.
 * @param isOver tells, after each group, whether the night has no time left; the next one begins anew
 * @returns how many pairs were taken away or counted otherwise
 */
export async function tidyPairs(isOver: () => boolean): Promise<number> {
  let done = 0
  let after = ''
  do {
    const pairs = await select('likenesses', {
      where: { state: 'found', _id: command.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: TOGETHER,
    })
    if (pairs.length > 0) done += await tidied(pairs)
    after = pairs.length < TOGETHER ? '' : (pairs.at(-1)?.id ?? '')
  } while (after !== '' && !isOver())
  return done
}

async function tidied(pairs: readonly LikenessRecord[]): Promise<number> {
  const ids = [...new Set(pairs.flatMap(({ elderId, otherId }) => [elderId, otherId]))]
  const elders = await select('elders', { where: { _id: command.in(ids) }, limit: ids.length })
  const left = await givenUpOf(elders)
  let done = 0
  const gone = pairs.filter(({ elderId, otherId }) => left.has(elderId) || left.has(otherId))
  const isGone = { _id: command.in(gone.map(({ id }) => id)), state: 'found' }
  if (gone.length > 0) done += await removeWhere('likenesses', isGone)
  const stay = pairs.filter((pair) => !gone.includes(pair))
  for (const count of [0, 1, 2]) {
    const behind = stay.filter((pair) => pair.unseen !== count && countOf(pair, elders) === count)
    const isBehind = { _id: command.in(behind.map(({ id }) => id)), state: 'found' }
    if (behind.length > 0) done += await updateWhere('likenesses', isBehind, { unseen: count })
  }
  return done
}

/** Null where one of the two is not there. */
function countOf({ elderId, otherId }: LikenessRecord, elders: readonly ElderRecord[]): number | null {
  const [one, other] = [elderId, otherId].map((id) => elders.find((elder) => elder.id === id))
  return one && other ? unseenOf(one, other) : null
}

/** The ids of those that were given up. Who asks is only looked for where nothing else keeps a registration. */
async function givenUpOf(elders: readonly ElderRecord[]): Promise<Set<string>> {
  const alone = elders.filter((elder) => isGivenUp(elder, false)).map(({ id }) => id)
  if (alone.length === 0) return new Set()
  const where = { elderId: command.in(alone), state: 'asked' }
  const asked = await sumUp('relations', {
    where,
    by: { elderId: '$elderId' },
    sums: {},
    limit: alone.length,
  })
  const awaited = asked.map(({ _id }) => (_id as { elderId: string }).elderId) // groups are made of what `by` names
  return new Set(alone.filter((id) => !awaited.includes(id)))
}
