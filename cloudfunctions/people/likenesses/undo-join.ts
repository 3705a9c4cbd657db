import { AppError } from '#types/errors'
import type { people } from '#types/people'
import type { RelationRecord } from '../../_domain/people/circle/records'
import { partCircles } from '../../_domain/people/likenesses/circles'
import { partElders } from '../../_domain/people/likenesses/joining'
import { decidePair, undoUntil } from '../../_domain/people/likenesses/pairs'
import { find } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { followMove } from '../../_shell/elder-records/follow-move'
import { likenessTerms } from '../../_shell/policies'
import type { Work } from '../../_shell/transact'
import { accountsAround } from './around-pair'
import { lookForLikeness } from './look-for-likeness'
import { pairOf } from './pair-of'
import { shownPair } from './shown-pair'
import { putMarks, usesAhead } from './uses-ahead'

export const undoJoin: Handler<typeof people.undoJoin> = async (ctx, { pairId }) => {
  const parted = await ctx.transact('elders', (work) => part(ctx, work, pairId))
  await followMove([parted], ctx.now) // what was booked for her is brought to her own door again
  await lookForLikeness(ctx, parted) // others who may be her were asked about with the one that stayed
  return shownPair(ctx, await pairOf(ctx, find, pairId))
}

async function part(ctx: Ctx, work: Work, pairId: string) {
  const { pair, later, earlier } = await pairOf(ctx, work.find, pairId)
  const by = ctx.actor()
  const [stays, leaves] = pair.joining?.staysId === earlier.id ? [earlier, later] : [later, earlier]
  const record = { ...leaves, elderId: leaves.id }
  if (pair.state === 'found' && pair.decided !== null) return { record, by } // taken back already
  const found = decidePair(pair, 'undo', { by: by.name, now: ctx.now })
  if (undoUntil(pair, ctx.now, likenessTerms) === null) throw new AppError('UNDO_CLOSED')

  const parted = partElders({ stays, leaves })
  const uses = await usesAhead(work, parted, ctx.now)
  const asks = await stillAsking(work, pair.joining?.asks ?? [])
  const accounts = await accountsAround(
    work,
    parted,
    asks.map(({ openid }) => openid),
  )
  const circles = partCircles(parted, { accounts, asks, phone: pair.joining?.phone ?? null })
  work.put('likenesses', found)
  work.put('elders', circles.stays)
  work.put('elders', parted.leaves)
  putMarks(work, uses, parted)
  for (const { id } of asks) work.remove('relations', id)
  for (const account of circles.accounts) work.put('accounts', account)
  return { record: { ...parted.leaves, elderId: leaves.id }, by }
}

/** Those who ask only because of the joining; whom she has answered since stays answered. */
async function stillAsking(work: Work, ids: readonly string[]): Promise<RelationRecord[]> {
  const asks: RelationRecord[] = []
  for (const id of ids) {
    const relation = await work.find('relations', id)
    if (relation?.state === 'asked') asks.push(relation)
  }
  return asks
}
