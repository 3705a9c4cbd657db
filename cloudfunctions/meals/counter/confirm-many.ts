import { AppError } from '#types/errors'
import { stationIn } from '#types/ids'
import type { meals } from '#types/meals'
import type { Confirming, SeenOrder } from '#types/meals/orders'
import { type MealOrderState, mealOrderStates } from '#types/states'
import { concernOf } from '../../_domain/access/concerns'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { select } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { failureOf } from '../../_shell/failures'
import { rememberWhole } from '../../_shell/remember-whole'
import { confirming } from './confirming'

/** Milliseconds after which no further order is begun: one may take seven seconds, and the function has twenty. */
const BEGIN_WITHIN = Number(process.env.CONFIRM_WITHIN ?? 5000)

export const confirmMany: Handler<typeof meals.confirmMany> = async (ctx, { orderIds, seen }) => {
  for (const orderId of orderIds) ctx.permit(concernOf({ orderId }))
  await rememberWhole(ctx, stationIn(orderIds[0] ?? ''))
  const started = performance.now()
  const became: Confirming[] = []
  for (const orderId of orderIds) {
    const isLate = performance.now() - started > BEGIN_WITHIN
    const saw = seen && (seen.find((one) => one.orderId === orderId) ?? null)
    became.push(isLate ? { orderId, code: 'BUSY', state: null } : await confirmOne(ctx, orderId, saw))
  }
  return became
}

/** One after the other, each as if it had been asked for alone: what stands against it holds no other. */
async function confirmOne(
  ctx: Ctx,
  orderId: string,
  seen: SeenOrder | null | undefined,
): Promise<Confirming> {
  ctx.permit(concernOf({ orderId }))
  try {
    const run = confirming(ctx, { orderId, seen, reason: null })
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
const codes: readonly Code[] = ['NOT_FOUND', 'WRONG_STATE', 'ORDER_CHANGED', 'ELDER_DIED', 'BUSY']
