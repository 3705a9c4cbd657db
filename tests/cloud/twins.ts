import type { FunctionModule } from '../../emulator/runner/in-process-runner'

/** What a function would do that looks first and writes then, without a transaction. */
interface Twin {
  database(): {
    collection(name: string): {
      doc(id: string): {
        get(): Promise<{ data: Record<string, unknown> }>
        update(change: { data: object }): Promise<unknown>
        set(document: { data: object }): Promise<unknown>
      }
    }
  }
  init(options: object): void
  getWXContext(): { OPENID: string }
}

/** The collection in which each looks before it writes. */
const CHECKED = {
  book: 'sittings',
  claim: 'visits',
  subsidise: 'subsidyUses',
  serve: 'servedDays',
  elsewhere: 'subsidyUses',
  confirm: 'mealOrders',
  change: 'mealOrders',
  ask: 'elders',
  take: 'accounts',
  count: 'dayCounts',
  hold: 'sittings',
}
/** The list there that says how often it was done. */
const LISTS = {
  subsidise: 'uses',
  serve: 'served',
  elsewhere: 'meals',
  ask: 'asking',
  take: 'tasks',
  hold: 'held',
}

/**
 * Check-then-write, as many a tutorial books a seat and claims a job. It runs against the same emulator in the same
 * schedule as the real action; that it oversells shows that the race is real.
 */
export const twin = (): FunctionModule => {
  const sdk = require('wx-server-sdk') as Twin
  return {
    async main(event) {
      const { action, input } = event as {
        action: keyof typeof CHECKED
        input: { id: string; orderId: string; most: number; setId: string; pool?: string }
      }
      sdk.init({ env: 'local-1' })
      const db = sdk.database()
      const openid = sdk.getWXContext().OPENID
      const doc = db.collection(CHECKED[action]).doc(input.id)
      const { data } = await doc.get()

      if (action === 'claim') {
        if (data.state !== 'open') return { ok: false, code: 'VISIT_TAKEN', requestId: '' }
        await doc.update({ data: { state: 'claimed', takenBy: openid } })
        return { ok: true, data: {} }
      }
      if (action === 'confirm') {
        if (data.setId !== input.setId) return { ok: false, code: 'ORDER_CHANGED', requestId: '' }
        await doc.update({ data: { state: 'confirmed' } })
        return { ok: true, data: {} }
      }
      if (action === 'change') {
        const isLater = data.state === 'confirmed'
        await doc.update({ data: { setId: input.setId, ...(isLater && { laterChanges: [] }) } })
        return { ok: true, data: {} }
      }
      if (action === 'count') {
        const isGiven = Number(data.count) < input.most
        if (isGiven) await doc.update({ data: { count: Number(data.count) + 1 } })
        return { ok: true, data: { isGiven } }
      }
      if (action !== 'book') {
        const field = LISTS[action]
        const before = (data[field] ?? []) as unknown[]
        const isGiven = before.length < input.most
        if (isGiven) await doc.update({ data: { [field]: [...before, { orderId: input.orderId }] } })
        return { ok: true, data: { isGiven } }
      }
      const { pool = 'seats' } = input
      const left = (data.left as Record<string, number>)[pool] ?? 0 // a sitting has it
      if (left < 1) return { ok: false, code: 'SITTING_FULL', requestId: '' }
      await doc.update({ data: { left: { [pool]: left - 1 } } })
      await db
        .collection('mealOrders')
        .doc(`${input.id}_${openid}`)
        .set({ data: { state: 'placed' } })
      return { ok: true, data: {} }
    },
  }
}
