import type { Fault } from '../../emulator/parts'
import type { Reply } from '../../types/contract'
import { everyAction } from '../every-action'
import { aCloud, codeOf, type TestCloud } from './a-cloud'
import { aNeighbourhood } from './neighbourhood'
import { type WritingCall, withoutNews, writingCalls } from './writing-actions'

/** Every lost answer is waited for, so several clouds wait at the same time. */
const TIMEOUT = 200
const LANES = 4

const faults: Pick<Fault, 'kind' | 'when'>[] = [
  { kind: 'conflict' },
  { kind: 'timeout' },
  { kind: 'timeout', when: 'after' },
  { kind: 'http500' },
  { kind: 'http500', when: 'after' },
]

let clouds: TestCloud[]
let log: jest.SpyInstance
beforeAll(async () => {
  clouds = await Promise.all(Array.from({ length: LANES }, () => aCloud({ sdkTimeout: TIMEOUT })))
  log = jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(async () => {
  log.mockRestore()
  await Promise.all(clouds.map((cloud) => cloud.close()))
})

/** Everything stored, without the parts of it that two runs make differently; tries are counted again with every call. */
const everything = async (cloud: TestCloud) => {
  const { tries: _, ...rest } = await cloud.emulator.engine.dump()
  return withoutNews(rest)
}

const messages = (cloud: TestCloud) => withoutNews(cloud.emulator.gateway.outbox.messages())

const send = (cloud: TestCloud, { name, openid, input }: WritingCall) => cloud.as(openid).call(name, input)

/** The repeat, without a fault. A machine that is slow just then says so, and is asked once more, as a person would. */
async function sendAgain(cloud: TestCloud, call: WritingCall): Promise<Reply<never>> {
  for (let left = 3; ; left--) {
    const reply = await send(cloud, call)
    if (left === 1 || codeOf(reply) !== 'BUSY') return reply
  }
}

/** How many calls the action makes, what it answers and what it leaves behind when nothing goes wrong. */
async function cleanRun(cloud: TestCloud, call: WritingCall) {
  await cloud.restock(call.scene)
  const before = await everything(cloud)
  const reply = withoutNews(await send(cloud, call))
  const calls = Object.values(cloud.emulator.gateway.counts.all()).reduce((sum, count) => sum + count, 0)
  return { before, reply, calls, after: await everything(cloud), told: messages(cloud) }
}

/** Does the work for 1 to `count`, each on a cloud that does nothing else meanwhile. */
async function forEach(count: number, work: (cloud: TestCloud, nth: number) => Promise<void>): Promise<void> {
  let next = 1
  const lane = async (cloud: TestCloud) => {
    while (next <= count) await work(cloud, next++)
  }
  await Promise.all(clouds.map(lane))
}

it('knows every action that writes', () => {
  const writing = everyAction.flatMap(([name, action]) => ('writes' in action ? [name] : []))
  expect(writingCalls.map((call) => call.name).sort()).toEqual(writing.sort())
})

describe.each(writingCalls)('$name', (call) => {
  it.each(faults)('is right or refused, whole or not at all, when any one call meets %p', async (fault) => {
    const [first] = clouds
    if (!first) throw new Error('there is no cloud')
    const clean = await cleanRun(first, call)
    expect(clean.reply.ok).toBe(true)

    await forEach(clean.calls, async (cloud, nth) => {
      await cloud.restock(call.scene)
      cloud.emulator.gateway.faults.set([{ ...fault, nth }])
      const reply = withoutNews(await send(cloud, call))
      cloud.emulator.gateway.faults.set([])

      const stored = await everything(cloud)
      const about = { nth, code: codeOf(reply) }
      if (reply.ok) {
        expect({ about, reply, stored }).toEqual({ about, reply: clean.reply, stored: clean.after })
        expect({ about, told: messages(cloud) }).toEqual({ about, told: clean.told })
      } else {
        expect(about).toEqual({ nth, code: 'BUSY' })
        if (!call.settles) expect([clean.before, clean.after]).toContainEqual(stored)
      }

      expect({ about, again: withoutNews(await sendAgain(cloud, call)) }).toEqual({
        about,
        again: clean.reply,
      })
      expect({ about, stored: await everything(cloud) }).toEqual({ about, stored: clean.after })
    })
  })
})

describe('a conflict inside the transaction', () => {
  it.each(writingCalls)('is tried again by $name until it succeeds', async (call) => {
    const [cloud] = clouds
    if (!cloud) throw new Error('there is no cloud')
    const clean = await cleanRun(cloud, call)
    await cloud.restock(call.scene)
    cloud.emulator.gateway.faults.set([{ kind: 'conflict', action: 'database.commitTransaction', times: 3 }])
    expect(withoutNews(await send(cloud, call))).toEqual(clean.reply)
    expect(await everything(cloud)).toEqual(clean.after)
    expect(messages(cloud)).toEqual(clean.told)
  })
})

describe('a storage that does not answer', () => {
  const apply = writingCalls.find(({ name }) => name === 'eligibility.apply')
  const file = {
    name: 'supervision.settlementFile' as const,
    openid: 'o-supervisor',
    input: { district: 'quiet', operatorId: 'op-one', month: '2026-11', format: 'csv', reason: '对账' },
    scene: aNeighbourhood(),
  }
  const cases = [
    [apply, 'storage.batchGetDownloadUrl'],
    [file, 'storage.getUploadMetadata'],
  ] as const

  it.each(
    cases.flatMap(([call, action]) =>
      (['http500', 'timeout'] as const).map((kind) => ({ name: call?.name, call, action, kind })),
    ),
  )('refuses $name with BUSY at $kind, and nothing is stored', async ({ call, action, kind }) => {
    const [cloud] = clouds
    if (!call || !cloud) throw new Error('there is no such call')
    await cloud.restock(call.scene)
    const before = await everything(cloud)
    cloud.emulator.gateway.faults.set([{ kind, action }])
    expect(codeOf(await send(cloud, call))).toBe('BUSY')
    expect(await everything(cloud)).toEqual(before)
    expect(codeOf(await send(cloud, call))).toBe('accepted')
  })
})

describe('a database that never answers', () => {
  it('is given up with a declared code while the phone still waits', async () => {
    const [call] = writingCalls
    const [cloud] = clouds
    if (!call || !cloud) throw new Error('there is no writing action')
    await cloud.restock(call.scene)
    cloud.emulator.gateway.counts.reset()
    cloud.emulator.gateway.faults.set([{ kind: 'timeout', action: 'database.modifyDocument', times: 1000 }])
    expect(codeOf(await send(cloud, call))).toBe('BUSY')
    expect(cloud.emulator.gateway.counts.all()['database.modifyDocument']).toBeLessThanOrEqual(3)
  })
})
