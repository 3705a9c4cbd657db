import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { answersFor } from '../../_domain/access/holdings'
import { withProvenNumber } from '../../_domain/people/elders/claims'
import { isProven, toldOfKnown } from '../../_domain/people/elders/registering'
import { withSeen } from '../../_domain/people/elders/seen'
import type { ElderRecord } from '../../_domain/people/records'
import { find } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { putElder } from '../../_shell/elder-records/put-elder'
import type { Work } from '../../_shell/transact'
import { lookForAll } from '../likenesses/look-for-likeness'
import { besideOf, giveNumber, isSame } from './id-number'

/** The clerk of any station where one of them is looked after: she may stand at another's counter with her card. */
export const settleNumber: Handler<typeof people.settleNumber> = async (ctx, { elderId }) => {
  const known = await find('elders', elderId)
  if (!known || known.state === 'erased') throw new AppError('NOT_FOUND', { elderId })
  const stationId = await ownStationOf(ctx, known)
  const { name } = ctx.permit({ ...concernOfElder(known), stationId })
  const by = ctx.actor('counter')

  let left: readonly ElderRecord[] = []
  const elder = await ctx.transact('elders', async (work) => {
    const before = await work.get('elders', elderId)
    const identity = before.idNumber && (await work.find('identities', before.idNumber.digest))
    if (!identity) throw new AppError('WRONG_STATE')
    if (!identity.claims) {
      if (identity.elderId !== elderId) throw new AppError('WRONG_STATE')
      return { record: { ...before, elderId }, by }
    }
    await requireNotProven(ctx, work, { holderId: identity.elderId, elder: before })
    left = await giveNumber(work, identity, { ...before, digest: identity.id }, { before, now: ctx.now })
    const after = withSeen(withProvenNumber(before, name), 'papers', ctx.now)
    await putElder(work, before, after)
    return {
      record: { ...after, elderId },
      by,
      about: 'hers',
      besides: { records: besideOf(left), about: 'others' },
    }
  })
  await lookForAll(ctx, [elder, ...left])
  return { elderId, name: elder.name }
}

/** Of the stations where somebody is looked after who claims the same number, or did before it was settled, one of the caller's; else her own. */
export async function ownStationOf(ctx: Ctx, elder: ElderRecord): Promise<string> {
  const identity = elder.idNumber && (await find('identities', elder.idNumber.digest))
  const { stationIds } = answersFor(ctx.knownAccount())
  const claims = identity?.claims ?? identity?.settled?.claims
  const own = claims?.find(({ stationId }) => stationIds.includes(stationId))
  return own?.stationId ?? elder.stationId
}

/** Whose papers were seen is asked about at her own station first. @throws AppError `ALREADY_REGISTERED` with whom to ask */
async function requireNotProven(
  ctx: Ctx,
  work: Work,
  { holderId, elder }: { holderId: string | null; elder: ElderRecord },
): Promise<void> {
  const holder = holderId === null || isSame(elder, holderId) ? null : await work.find('elders', holderId)
  if (!holder || !isProven(holder)) return
  if (answersFor(ctx.knownAccount()).stationIds.includes(holder.stationId)) return
  throw new AppError('ALREADY_REGISTERED', toldOfKnown(holder, await work.find('stations', holder.stationId)))
}
