import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { tellMistakes } from '../../_domain/messages/of-visits'
import type { Telling } from '../../_domain/messages/records'
import type { RelationRecord } from '../../_domain/people/circle/records'
import { movedBack } from '../../_domain/people/elders/moving'
import { withRecordsBehind } from '../../_domain/people/elders/records-behind'
import { partCircles } from '../../_domain/people/likenesses/circles'
import { type Pair, partElders } from '../../_domain/people/likenesses/joining'
import { decidePair, placeOfPair, undoUntil } from '../../_domain/people/likenesses/pairs'
import type { LikenessRecord } from '../../_domain/people/likenesses/records'
import type { ElderRecord } from '../../_domain/people/records'
import { command, find, select } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { alignRecords } from '../../_shell/elder-records/align'
import { followMove } from '../../_shell/elder-records/follow-move'
import { likenessTerms, notices } from '../../_shell/policies'
import type { Work } from '../../_shell/transact'
import { moveClaim } from '../elders/id-number'
import { accountsAround } from './around-pair'
import { lookForLikeness } from './look-for-likeness'
import { foundPair, pairOf } from './pair-of'
import { shownPair } from './shown-pair'
import { putMarks, usesAhead } from './uses-ahead'

/** So many happenings of one elder in a day are looked through. */
const MOST_HEARD = 100

export const undoJoin: Handler<typeof people.undoJoin> = async (ctx, { pairId }) => {
  const parted = await ctx.transact('elders', (work) => part(ctx, work, pairId))
  if (parted.recordsBehindSince === null)
    await followMove([parted], ctx.now) // what was booked for her is brought to her own door again
  else await alignRecords([parted], ctx.now) // all of hers went along where the one that stayed has moved
  await lookForLikeness(ctx, parted) // others who may be her were asked about with the one that stayed
  return shownPair(ctx, await foundPair(find, pairId))
}

async function part(ctx: Ctx, work: Work, pairId: string) {
  const { pair, later, earlier } = await pairOf(ctx, work.find, pairId)
  const by = ctx.actor()
  const [stays, leaves] = pair.joining?.staysId === earlier.id ? [earlier, later] : [later, earlier]
  const record = { ...leaves, elderId: leaves.id }
  if (pair.state === 'found' && pair.decided !== null) return { record, by } // taken back already
  const found = decidePair(pair, 'undo', { by: by.name, now: ctx.now })
  if (undoUntil(pair, ctx.now, likenessTerms) === null) throw new AppError('UNDO_CLOSED')
  if (pair.state === 'different') return askAnew(work, { found, stays, leaves }, by)

  if (leaves.diedOn !== null) throw new AppError('ELDER_DIED', { isJoined: true }) // it was recorded of both
  const parted = partElders({ stays, leaves: await backHome(work, { pair, leaves }, ctx.now) })
  const uses = await usesAhead(work, parted, ctx.now)
  const asks = await stillAsking(work, pair.joining?.asks ?? [])
  const accounts = await accountsAround(
    work,
    parted,
    asks.map(({ openid }) => openid),
  )
  const circles = partCircles(parted, { accounts, asks, phone: pair.joining?.phone ?? null })
  work.put('likenesses', { ...found, ...placeOfPair(circles.stays, circles.leaves) })
  work.put('elders', circles.stays)
  work.put('elders', circles.leaves)
  putMarks(work, uses, parted)
  for (const { id } of asks) work.remove('relations', id)
  for (const account of circles.accounts) work.put('accounts', account)
  const besides = { records: [{ ...circles.stays, elderId: stays.id }] }
  const tells = await mistaken(ctx, { stays, leaves }, pair.decided?.at ?? '')
  return { record: { ...circles.leaves, elderId: leaves.id }, by, besides, tells }
}

/** That it was another one's, to those near the one that stayed who have heard of visits to the other one since the two were joined. */
async function mistaken(ctx: Ctx, { stays, leaves }: Pair, since: string): Promise<Telling[]> {
  const heard = await select('messages', {
    where: { elderId: leaves.id, at: command.gte(since) },
    orderBy: [['at', 'desc']],
    limit: MOST_HEARD,
  })
  return tellMistakes(stays, leaves, { by: ctx.openid, heard, now: ctx.now, notices })
}

/** Two persons of whom nobody is sure any more. @throws AppError `WRONG_STATE` where one of them was joined to another since */
function askAnew(work: Work, { found, stays, leaves }: Pair & { found: LikenessRecord }, by: Actor) {
  for (const { joinedTo } of [stays, leaves])
    if (joinedTo !== undefined) throw new AppError('WRONG_STATE', { state: found.state })
  work.put('likenesses', found)
  const besides = { records: [{ ...stays, elderId: stays.id }], about: 'apart' }
  return { record: { ...leaves, elderId: leaves.id }, by, about: 'apart', besides }
}

/** The one that left where she was, if the one that stayed has moved since. */
async function backHome(
  work: Work,
  { pair: { joining }, leaves }: { pair: LikenessRecord; leaves: ElderRecord },
  now: Date,
): Promise<ElderRecord> {
  const back = joining?.home ? movedBack(leaves, joining.home) : leaves
  if (back === leaves) return leaves
  await moveClaim(work, back)
  return withRecordsBehind(back, now)
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
