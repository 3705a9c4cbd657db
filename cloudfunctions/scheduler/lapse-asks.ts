import { addDays, localDate } from '#types/days'
import { instantAt } from '../_domain/base/calendar'
import { moveRelation, withoutAsk, withRelation } from '../_domain/people/circle/circle'
import { command, select } from '../_shell/cloud'
import { askTerms } from '../_shell/policies'
import { retried } from '../_shell/transact'

/** So many asks are read together. */
const TOGETHER = 50

/**
 * Ends asks to be let in that nobody answered in time: whoever asked reads that nobody did, and may ask again. One that is answered
 * meanwhile stays as it was answered; one to an elder who has yet to agree to being registered goes with that registration.
 * @param isOver tells, after each group, whether the night has no time left; the next one goes on
 */
export async function lapseAsks(now: Date, isOver: () => boolean): Promise<number> {
  const before = instantAt(addDays(localDate(now), -askTerms.answerDays), '00:00')
  let lapsed = 0
  let after = ''
  do {
    const asks = await select('relations', {
      where: { state: 'asked', since: command.lt(before), _id: command.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: TOGETHER,
    })
    for (const { id } of asks) if (await lapse(id, before)) lapsed++
    after = asks.length < TOGETHER ? '' : (asks.at(-1)?.id ?? '')
  } while (after !== '' && !isOver())
  return lapsed
}

const lapse = (id: string, before: string): Promise<boolean> =>
  retried(async (tx) => {
    const relation = await tx.find('relations', id)
    if (relation?.state !== 'asked' || relation.since >= before) return false
    const elder = await tx.find('elders', relation.elderId)
    if (elder?.unconfirmedSince !== undefined) return false // they wait for her first yes, and lapse with her registration
    const account = await tx.find('accounts', relation.openid)
    const hers = elder && elder.openid !== null ? await tx.find('accounts', elder.openid) : null
    const lapsed = moveRelation(relation, 'lapse')
    await tx.put('relations', lapsed)
    if (elder && account) await tx.put('accounts', withRelation(account, lapsed, elder))
    if (hers?.asks.some(({ memberId }) => memberId === id)) await tx.put('accounts', withoutAsk(hers, id))
    return true
  })
