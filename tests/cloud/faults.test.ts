import type { Fault } from '../../emulator/parts'
import { meals } from '../../types/meals'
import { people } from '../../types/people'
import { visits } from '../../types/visits'
import { aCloud, codeOf, type TestCloud } from './a-cloud'
import { type WritingCall, withoutNews, writingCalls } from './writing-actions'

/** Short, since every lost answer is waited for; a slow machine only makes more calls count as lost. */
const TIMEOUT = 150

const faults: Pick<Fault, 'kind' | 'when'>[] = [
  { kind: 'conflict' },
  { kind: 'timeout' },
  { kind: 'timeout', when: 'after' },
  { kind: 'http500' },
  { kind: 'http500', when: 'after' },
]

let cloud: TestCloud
let log: jest.SpyInstance
beforeAll(async () => {
  cloud = await aCloud({ sdkTimeout: TIMEOUT })
  log = jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(async () => {
  log.mockRestore()
  await cloud.close()
})

/** Everything stored, without the parts of it that two runs make differently. */
/** How often somebody tried a code is counted again with every call. */
const everything = async () => {
  const { tries: _, ...rest } = await cloud.emulator.engine.dump()
  return withoutNews(rest)
}

const messages = () => withoutNews(cloud.emulator.gateway.outbox.messages())

const send = ({ name, openid, input }: WritingCall) => cloud.as(openid).call(name, input)

/** How many calls the action makes, what it answers and what it leaves behind when nothing goes wrong. */
async function cleanRun(call: WritingCall) {
  await cloud.restock(call.scene)
  const before = await everything()
  const reply = withoutNews(await send(call))
  const calls = Object.values(cloud.emulator.gateway.counts.all()).reduce((sum, count) => sum + count, 0)
  return { before, reply, calls, after: await everything(), told: messages() }
}

it('knows every action that writes', () => {
  const writing = Object.entries({ people, meals, visits }).flatMap(([area, contract]) =>
    Object.entries(contract).flatMap(([name, action]) => ('writes' in action ? [`${area}.${name}`] : [])),
  )
  expect(writingCalls.map((call) => call.name).sort()).toEqual(writing.sort())
})

describe.each(writingCalls)('$name', (call) => {
  it.each(faults)('is right or refused, whole or not at all, when any one call meets %p', async (fault) => {
    const clean = await cleanRun(call)
    expect(clean.reply.ok).toBe(true)

    for (let nth = 1; nth <= clean.calls; nth++) {
      await cloud.restock(call.scene)
      cloud.emulator.gateway.faults.set([{ ...fault, nth }])
      const reply = withoutNews(await send(call))
      cloud.emulator.gateway.faults.set([])

      const stored = await everything()
      const about = { nth, code: codeOf(reply) }
      if (reply.ok) {
        expect({ about, reply, stored }).toEqual({ about, reply: clean.reply, stored: clean.after })
        expect({ about, told: messages() }).toEqual({ about, told: clean.told })
      } else {
        expect(about).toEqual({ nth, code: 'BUSY' })
        if (!call.settles) expect([clean.before, clean.after]).toContainEqual(stored)
      }

      expect({ about, again: withoutNews(await send(call)) }).toEqual({ about, again: clean.reply })
      expect({ about, stored: await everything() }).toEqual({ about, stored: clean.after })
    }
  })
})

describe('a conflict inside the transaction', () => {
  it.each(writingCalls)('is tried again by $name until it succeeds', async (call) => {
    const clean = await cleanRun(call)
    await cloud.restock(call.scene)
    cloud.emulator.gateway.faults.set([{ kind: 'conflict', action: 'database.commitTransaction', times: 3 }])
    expect(withoutNews(await send(call))).toEqual(clean.reply)
    expect(await everything()).toEqual(clean.after)
    expect(messages()).toEqual(clean.told)
  })
})

describe('a database that never answers', () => {
  it('is given up with a declared code while the phone still waits', async () => {
    const [call] = writingCalls
    if (!call) throw new Error('there is no writing action')
    await cloud.restock(call.scene)
    cloud.emulator.gateway.counts.reset()
    cloud.emulator.gateway.faults.set([{ kind: 'timeout', action: 'database.modifyDocument', times: 1000 }])
    expect(codeOf(await send(call))).toBe('BUSY')
    expect(cloud.emulator.gateway.counts.all()['database.modifyDocument']).toBeLessThanOrEqual(3)
  })
})
