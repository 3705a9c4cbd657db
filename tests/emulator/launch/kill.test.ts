import cloud from 'wx-server-sdk'
import { temporaryFolder } from '../built-functions'
import type { Program } from './program'
import { programWithSdk } from './program-with-sdk'

const KILLS = Number(process.env.KILLS ?? 20)
const WRITERS = 8
const SITTINGS = ['s-1', 's-2', 's-3']
const SEATS = 100_000

/** What the test needs of the SDK; its own typings do not know transactions. */
interface Transaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: { seatsLeft: number } }>
      update(change: object): Promise<unknown>
      set(change: object): Promise<unknown>
    }
  }
}
type RunTransaction = (work: (transaction: Transaction) => Promise<void>) => Promise<void>

const { start } = programWithSdk()

const database = () => cloud.database()

/** Takes one seat and writes the order for it, both or neither. */
const book = (sittingId: string, orderId: string) =>
  (database().runTransaction as RunTransaction)(async (transaction) => {
    const sitting = transaction.collection('sittings').doc(sittingId)
    const { seatsLeft } = (await sitting.get()).data
    await sitting.update({ data: { seatsLeft: seatsLeft - 1 } })
    await transaction
      .collection('mealOrders')
      .doc(orderId)
      .set({ data: { sittingId, text: '午餐'.repeat(50) } })
  })

/** What the writers were promised, and why the last refused one was refused. */
interface Promises {
  orderIds: string[]
  lastFailure?: unknown
}

/** Books again and again until the emulator is gone. */
const bookUntilGone = async ({ child }: Program, promised: Promises, writer: string) => {
  for (let i = 0; child.exitCode === null && child.signalCode === null; i++) {
    const orderId = `${writer}-${i}`
    try {
      await book(SITTINGS[i % SITTINGS.length] ?? '', orderId)
      promised.orderIds.push(orderId)
    } catch (error) {
      promised.lastFailure = error // a conflict with another writer, or the kill: nothing was promised
    }
  }
}

const waitForOneMore = async (promised: Promises) => {
  const before = promised.orderIds.length
  for (const deadline = Date.now() + 30_000; promised.orderIds.length === before; await pause(1)) {
    if (Date.now() > deadline) throw new Error('no booking went through', { cause: promised.lastFailure })
  }
}

interface Stored {
  sittings: { _id: string; seatsLeft: number }[]
  mealOrders: { _id: string; sittingId: string; text: string }[]
}

const dump = async ({ url }: Program) => (await (await fetch(`${url}/__emulator/dump`)).json()) as Stored

describe('SIGKILL at any moment', () => {
  it(
    `loses nothing promised and leaves nothing half done, ${KILLS} times`,
    async () => {
      const data = temporaryFolder()
      const promised: Promises = { orderIds: [] }
      let emulator = await start(data)
      for (const _id of SITTINGS)
        await database()
          .collection('sittings')
          .add({ data: { _id, seatsLeft: SEATS } })

      for (let kill = 0; kill < KILLS; kill++) {
        const working = Array.from({ length: WRITERS }, (_, w) =>
          bookUntilGone(emulator, promised, `${kill}-${w}`),
        )
        await waitForOneMore(promised)
        await pause(Math.random() * 150)
        emulator.child.kill('SIGKILL')
        await Promise.all([...working, emulator.ended])

        emulator = await start(data)
        const { sittings, mealOrders } = await dump(emulator)
        const stored = new Set(mealOrders.map(({ _id }) => _id))
        expect(promised.orderIds.filter((id) => !stored.has(id))).toEqual([])
        for (const id of SITTINGS) {
          const orders = mealOrders.filter(({ sittingId }) => sittingId === id)
          expect(orders.length).toBe(SEATS - (sittings.find(({ _id }) => _id === id)?.seatsLeft ?? 0))
          expect(orders.every(({ text }) => text.length === 100)).toBe(true)
        }
      }
      expect(promised.orderIds.length).toBeGreaterThan(KILLS)
    },
    60_000 + KILLS * 5_000,
  )
})

/** The moment of the kill is what is random here; it waits for nothing. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
