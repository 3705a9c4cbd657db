/**
 * How a seat was booked before there were claims: inside one transaction, which everybody else's meets. A cloud function that the bench
 * lays beside the real ones: what it sells a second is what they are compared with. It is no booking as there was one: it asks nobody's
 * rights, prices nothing, checks no text and counts no subsidy, so it takes less of the processor than that did, and a ratio to it is
 * smaller than the ratio to that.
 */
const cloud = require('wx-server-sdk')

/** As `transact` tries again, and for how long. */
const TRIES = 12
const PAUSE = 15
const BUDGET = 7000

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, timeout: 2500 })
const db = cloud.database({ throwOnNotFound: false })

/** `book`: one seat of a sitting that has `seats`, which the first call makes; `quote` reads alone. Answers as an action does. */
exports.main = async ({ action, input: { sittingId, elderId, seats } }) => {
  const { OPENID: openid } = cloud.getWXContext()
  for (const [collection, id] of [
    ['accounts', openid],
    ['elders', elderId],
  ])
    await db.collection(collection).doc(id).get()
  if (action === 'quote') return { ok: true, data: {} }

  const twinId = `twin-${sittingId}`
  const orderId = `${twinId}_${elderId}`
  const started = performance.now()
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.runTransaction(async (transaction) => {
        const of = (collection, id) => transaction.collection(collection).doc(id)
        const { data: sitting } = await of('sittings', twinId).get()
        await of('mealOrders', orderId).get()
        const { _id, ...now } = sitting ?? { seatsLeft: seats }
        if (now.seatsLeft === 0) return { ok: false, code: 'SITTING_FULL' }
        await of('sittings', twinId).set({ data: { ...now, seatsLeft: now.seatsLeft - 1 } })
        await of('mealOrders', orderId).set({ data: { sittingId: twinId, elderId, state: 'placed' } })
        await of('auditLog', orderId).set({ data: { openid, elderId, action: 'meals.book', ref: orderId } })
        return { ok: true, data: {} }
      }, 0)
    } catch (error) {
      if (!/Transaction|E11000/.test(String(error.errMsg ?? error.message))) throw error
      if (attempt >= TRIES || performance.now() - started > BUDGET) return { ok: false, code: 'BUSY' }
      const bound = Math.min(500, PAUSE * 2 ** attempt)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * bound))
    }
  }
}
