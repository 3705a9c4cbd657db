import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { canHaveAgain, takeSettlingBack, undoUntil } from '../../_domain/people/elders/settling'
import type { ElderRecord } from '../../_domain/people/records'
import { command, find, removeWhere } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { numberTerms } from '../../_shell/policies'
import { resealedFor } from '../../_shell/sealed-parts'
import type { Work } from '../../_shell/transact'
import { besideOf } from './id-number'
import { ownStationOf } from './settle-number'

/** Whoever can have the number again claims it again; what was found to be alike only since then is asked no more. */
export const undoSettling: Handler<typeof people.undoSettling> = async (ctx, { elderId }) => {
  const known = await find('elders', elderId)
  if (!known || known.state === 'erased') throw new AppError('NOT_FOUND', { elderId })
  ctx.permit({ ...concernOfElder(known), stationId: await ownStationOf(ctx, known) })
  const by = ctx.actor('counter')

  const elder = await ctx.transact('elders', async (work) => {
    const before = await work.get('elders', elderId)
    const identity = before.idNumber && (await work.find('identities', before.idNumber.digest))
    if (!identity?.settled) {
      const isBack = identity?.claims?.some((one) => one.elderId === elderId)
      if (isBack) return { record: { ...before, elderId }, by }
      throw new AppError('WRONG_STATE')
    }
    if (undoUntil(identity.settled, ctx.now, numberTerms) === null) throw new AppError('UNDO_CLOSED')
    const others = await leftWithout(work, identity.settled.before, before)
    const back = takeSettlingBack(identity, identity.settled, { winner: before, others })
    await askNoMore([elderId, ...others.map(({ id }) => id)], identity.settled.at)
    work.put('identities', back.identity)
    for (const one of [back.winner, ...back.others]) work.put('elders', one)
    return {
      record: { ...back.winner, elderId },
      by,
      about: 'hers',
      besides: { records: besideOf(back.others), about: 'others' },
    }
  })
  return { elderId, name: elder.name }
}

/**
 * Takes the pairs away that were found among some since then. Before what they stood for is taken back: afterwards nothing says
 * any more that a part of them was left.
 */
async function askNoMore(ids: readonly string[], since: string): Promise<void> {
  const among = { elderId: command.in(ids), otherId: command.in(ids) }
  await removeWhere('likenesses', { ...among, state: 'found', at: command.gte(since) })
}

/** Those who can have it again, with the number sealed for each of them. */
async function leftWithout(
  work: Work,
  before: readonly { elderId: string }[],
  winner: ElderRecord,
): Promise<ElderRecord[]> {
  const others: ElderRecord[] = []
  for (const { elderId } of before) {
    const other = elderId === winner.id ? null : await work.find('elders', elderId)
    if (other && canHaveAgain(other)) others.push({ ...other, idNumber: resealedFor(other.id, winner) })
  }
  return others
}
