import { likenessId } from '#types/ids'
import { signsOf } from '../../_domain/people/likenesses/likeness'
import { foundPair } from '../../_domain/people/likenesses/pairs'
import type { LikenessRecord } from '../../_domain/people/likenesses/records'
import type { ElderRecord } from '../../_domain/people/records'
import { isNamed, select } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { isPhoneOfBoth } from '../../_shell/sealed-parts'
import { retried } from '../../_shell/transact'

/** More of one name or one number than live in a town. */
const MOST_ALIKE = 100

/**
 * Looks whether somebody who was registered, or whose record says something else since, may be registered already, and writes it down
 * for whoever answers for both. Nobody is told of it here. Doing it again changes nothing, and what was said of a pair stays.
 * @param apart ids of those whom a clerk has looked at and who are other persons; `by` is the clerk's name
 */
export async function lookForLikeness(
  { now }: Pick<Ctx, 'now'>,
  elder: ElderRecord,
  { apart = [], by = '' }: { apart?: readonly string[] | undefined; by?: string } = {},
): Promise<void> {
  if (elder.joinedTo !== undefined || elder.state === 'erased') return
  for (const other of await candidatesFor(elder)) {
    const signs = signsOf(elder, other, isPhoneOfBoth(elder, other))
    if (!signs) continue
    const pair = foundPair(elder, other, { signs, now })
    const isApart = apart.includes(other.id)
    await putNew(isApart ? { ...pair, state: 'different', decided: { by, at: pair.at } } : pair)
  }
}

/** The same for several whose records changed together: whoever is left without a number may be whoever got it, or somebody else. */
export async function lookForAll(ctx: Pick<Ctx, 'now'>, elders: readonly ElderRecord[]): Promise<void> {
  for (const elder of elders) await lookForLikeness(ctx, elder)
}

/** Everybody of her town who has her name, however it is spelt, or the end of her number. */
async function candidatesFor({ id, district, townId, name, phoneTail }: ElderRecord): Promise<ElderRecord[]> {
  const [named, rung] = await Promise.all([
    select('elders', { where: { district, townId, name: isNamed(name) }, limit: MOST_ALIKE }),
    phoneTail === null ? [] : select('elders', { where: { district, townId, phoneTail }, limit: MOST_ALIKE }),
  ])
  const all = new Map([...named, ...rung].map((one) => [one.id, one]))
  return [...all.values()].filter((one) => one.id !== id && one.joinedTo === undefined)
}

/** Where nobody has written the two down yet, in whichever order; of those that wait, how many were seen since. */
export const putNew = (pair: LikenessRecord): Promise<void> =>
  retried(async (tx) => {
    const known = await tx.find('likenesses', likenessId(pair.elderId, pair.otherId))
    if (!known) await tx.put('likenesses', pair)
    else if (known.state === 'found' && (known.unseen ?? 0) !== pair.unseen)
      await tx.put('likenesses', { ...known, unseen: pair.unseen })
  })
