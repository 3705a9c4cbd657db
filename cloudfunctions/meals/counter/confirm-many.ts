import { AppError } from '#types/errors'
import { sittingIn, stationIn } from '#types/ids'
import type { meals } from '#types/meals'
import type { Confirming } from '#types/meals/orders'
import { type MealOrderState, mealOrderStates } from '#types/states'
import { concernOf } from '../../_domain/access/concerns'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { select } from '../../_shell/cloud'
import { ahead, type Ctx, type Handler } from '../../_shell/context'
import { failureOf } from '../../_shell/failures'
import { followedBy } from '../../_shell/planning/no-fits'
import { rememberWhole } from '../../_shell/remember-whole'
import { confirming } from './confirming'

/** Milliseconds after which no further order is begun: one may take seven seconds, and the function has twenty. */
const BEGIN_WITHIN = Number(process.env.CONFIRM_WITHIN ?? 5000)

export const confirmMany: Handler<typeof meals.confirmMany> = async (ctx, { orderIds, seen }) => {
  for (const orderId of orderIds) ctx.permit(concernOf({ orderId }))
  await rememberWhole(ctx, stationIn(orderIds[0] ?? ''))
  const sittings = ahead(followedBy(orderIds.map(sittingIn)))
  const started = performance.now()
  const became: Confirming[] = []
  for (const orderId of orderIds) {
    const isLate = performance.now() - started > BEGIN_WITHIN
    const saw = seen && (seen.find((one) => one.orderId === orderId) ?? null)
    became.push(
      isLate
        ? { orderId, code: 'BUSY', state: null }
        : await confirmOne(ctx, { orderId, seen: saw, sittings }),
    )
  }
  return became
}

/** One after the other, each as if it had been asked for alone: what stands against it holds no other. */
async function confirmOne(
  ctx: Ctx,
  one: Omit<Parameters<typeof confirming>[1], 'reason'>,
): Promise<Confirming> {
  const { orderId } = one
  ctx.permit(concernOf({ orderId }))
  try {
    const run = confirming(ctx, { ...one, reason: null })
    const { record: order, isChanged } = await ctx.transactPart(orderId, 'mealOrders', run)
    return { orderId, order, isMine: isChanged || (await hasConfirmed(ctx, order)) }
  } catch (error) {
    return { orderId, ...standsAgainst(error) }
  }
}

/**
 * Whether it was the caller who had confirmed it: its history holds names, which two may share, the log who they are. Taking back that
 * it was eaten leads to `confirmed` too, and confirms nothing.
 */
async function hasConfirmed(ctx: Ctx, { id: ref, elderId, history }: MealOrderRecord): Promise<boolean> {
  const confirmed = history.filter(
    ({ state }, nth) => state === 'confirmed' && history[nth - 1]?.state !== 'served',
  )
  const last = confirmed.at(-1)
  if (!last) return false
  const where = { elderId, at: last.at, ref, openid: ctx.openid, changed: true }
  return (await select('auditLog', { where, limit: 1 })).length > 0
}

function standsAgainst(error: unknown): { code: Code; state: MealOrderState | null } {
  if (!(error instanceof AppError)) {
    if (failureOf(error) === 'bug') throw error
    return { code: 'BUSY', state: null }
  }
  const code = codes.find((one) => one === error.code)
  if (code === undefined) throw error
  return { code, state: mealOrderStates.find((one) => one === error.detail?.state) ?? null }
}

type Code = Extract<Confirming, { code: unknown }>['code']

/** What is answered for one order; anything else is answered for the whole call. */
const codes: readonly Code[] = [
  'NOT_FOUND',
  'WRONG_STATE',
  'ORDER_CHANGED',
  'ORDER_MISFIT',
  'ELDER_DIED',
  'BUSY',
]
