import { countTry } from '../_domain/people/circle/tries'
import type { Ctx } from '../_shell/context'
import { peopleTerms } from '../_shell/policies'
import { retried } from '../_shell/transact'

/**
 * Counts a try at a code or an id number before it is looked at, in a transaction of its own: a hundred guesses sent at once
 * count as a hundred.
 * @throws AppError `TOO_MANY_TRIES`
 */
export async function tried(ctx: Ctx): Promise<void> {
  const openid = ctx.callerId()
  await retried(async (tx) => {
    const earlier = await tx.find('tries', openid)
    const counted = countTry(earlier, openid, { now: ctx.now, mostPerHour: peopleTerms.triesPerHour })
    await tx.put('tries', counted)
  })
}
