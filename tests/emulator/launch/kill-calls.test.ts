import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import { functionVariables } from '../../../emulator/function-variables'
import type { Reply } from '../../../types/contract'
import { addDays, localDate } from '../../../types/days'
import type { Sitting } from '../../../types/meals/sittings'
import { mismatchesIn, recordsOf } from '../../cloud/integrity'
import { buildEmulator, PROJECT, temporaryFolder } from '../built-functions'
import { type Program, startProgram } from './program'

const KILLS = Number(process.env.KILLS ?? 3)
const WRITERS = 6
const STATION = 'st-changjiang'
const CLERK = 'o-zhang-jing'

Object.assign(process.env, functionVariables({})) // who somebody is, is read as the functions write it

let program: Program | undefined
beforeAll(() => {
  buildEmulator()
  execFileSync(process.execPath, ['config/build.mjs', 'cloud'], { cwd: PROJECT })
})
afterAll(() => program?.child.kill('SIGKILL'))

const start = async (data: string): Promise<Program> => {
  program = await startProgram(['--functions', join(PROJECT, 'dist/cloudfunctions'), '--data', data])
  return program
}

type Stored = Record<string, { _id: string }[]>
const dump = async ({ url }: Program) => (await (await fetch(`${url}/__emulator/dump`)).json()) as Stored

/** What the clerk asks of the cloud, over HTTP as a browser does. @throws where the emulator is gone */
async function call<T>({ url }: Program, name: `${string}.${string}`, input: object): Promise<Reply<T>> {
  const [area, action] = name.split('.')
  const reply = await fetch(`${url}/cloud/${area}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': CLERK },
    body: JSON.stringify({ action, input }),
  })
  return (await reply.json()) as Reply<T>
}

/** What a writer was promised last of each order and visit; null: it was asked for something, and no answer came. */
type Promised = Map<string, string | null>

interface Wish {
  elder: ElderRecord & { _id: string }
  sitting: Sitting
}

/** What the station serves tomorrow and so many days later in all: whoever books it first opens it. */
async function servedAhead(on: Program, days: number): Promise<Sitting[]> {
  const served: Sitting[] = []
  for (let day = 1; day <= days; day++) {
    const date = addDays(localDate(new Date()), day)
    const reply = await call<Sitting[]>(on, 'meals.sittings', { stationId: STATION, date })
    if (!reply.ok) throw new Error(`${date} ${reply.code}`)
    served.push(...reply.data)
  }
  return served
}

/** Books, cancels, and asks for visits, until the emulator is gone. */
async function workUntilGone(on: Program, wishes: Wish[], promised: Promised): Promise<void> {
  for (let wish = wishes.pop(); wish; wish = wishes.pop()) {
    const elderId = wish.elder._id
    const meal = { elderId, sittingId: wish.sitting.id, setId: wish.sitting.sets[0]?.id, mode: 'dineIn' }
    try {
      const booked = await call<{ id: string; state: string }>(on, 'meals.bookFor', {
        ...meal,
        channel: 'phone',
      })
      if (!booked.ok) continue
      const { id } = booked.data
      promised.set(id, booked.data.state)
      if (promised.size % 2 === 0) continue
      promised.set(id, null)
      const cancelled = await call(on, 'meals.cancel', { orderId: id, reason: '她说不来', channel: 'phone' })
      promised.set(id, cancelled.ok ? 'cancelled' : booked.data.state)
    } catch {
      return // the kill
    }
  }
}

describe('SIGKILL while orders are written by the functions', () => {
  it(
    `leaves nothing that does not agree, and all that was promised, ${KILLS} times`,
    async () => {
      const data = temporaryFolder()
      let emulator = await start(data)
      const before = await dump(emulator)
      const elders = (before.elders as Wish['elder'][]).filter(
        ({ stationId, state, diedOn }) => stationId === STATION && state === 'active' && diedOn === null,
      )
      const sittings = await servedAhead(emulator, 21)
      expect(sittings).toHaveLength(42)
      const wishes = sittings.flatMap((sitting) => elders.map((elder) => ({ elder, sitting })))
      const stood = mismatchesIn(recordsOf(before), new Date())
      const promised: Promised = new Map()
      let found = 0

      for (let kill = 0; kill < KILLS; kill++) {
        const had = promised.size
        const working = Array.from({ length: WRITERS }, () => workUntilGone(emulator, wishes, promised))
        for (const deadline = Date.now() + 30_000; promised.size < had + 5; await pause(1))
          if (Date.now() > deadline) throw new Error('no meal was booked')
        await pause(Math.random() * 150)
        emulator.child.kill('SIGKILL')
        await Promise.all([...working, emulator.ended])

        emulator = await start(data)
        const stored = await dump(emulator)
        const broken = mismatchesIn(recordsOf(stored), new Date())
        expect(broken.filter((one) => !stood.includes(one))).toEqual([])
        const states = new Map(
          (stored.mealOrders as { _id: string; state: string }[]).map((one) => [one._id, one.state]),
        )
        for (const [id, state] of promised)
          expect([id, states.get(id)]).toEqual([id, state ?? expect.stringMatching(/confirmed|cancelled/)])
        found = states.size
      }
      expect(found).toBeGreaterThan(5 * KILLS - 1)
    },
    60_000 + KILLS * 10_000,
  )
})

/** The moment of the kill is what is random here; it waits for nothing. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
