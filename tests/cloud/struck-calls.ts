import { isDeepStrictEqual } from 'node:util'
import type { MessageRecord } from '../../cloudfunctions/_domain/messages/records'
import type { ElderRecord } from '../../cloudfunctions/_domain/people/records'
import type { EmulatorImage } from '../../emulator/emulator'
import type { Fault, WireCall } from '../../emulator/parts'
import type { Reply } from '../../types/contract'
import type { NoticeKind } from '../../types/notices'
import { NOW } from '../domain/builders'
import { aCloud, codeOf, nightly, type TestCloud } from './a-cloud'
import { expectIntegrity } from './integrity'
import { aNeighbourhood } from './neighbourhood'
import { type WritingCall, withoutNews, writingCalls } from './writing-actions'

/** The night after: nothing of the day is under way any more. */
const NIGHT = new Date(NOW.getTime() + 18.5 * 3_600_000)

/** How long one table of faults may take on a machine that does much else. */
const PATIENCE = 300_000

/** Several clouds, so that several calls are struck at the same time, each on a cloud that does nothing else meanwhile. */
export function someClouds(count: number, sdkTimeout?: number): TestCloud[] {
  const clouds: TestCloud[] = []
  beforeAll(async () => {
    const options = { sdkTimeout, triggers: nightly }
    clouds.push(...(await Promise.all(Array.from({ length: count }, () => aCloud(options)))))
    for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
  })
  afterAll(async () => {
    jest.restoreAllMocks()
    await Promise.all(clouds.map((cloud) => cloud.close()))
  })
  return clouds
}

/**
 * How far a message got, which the clock sees to the end, what WeChat was asked about a photo, and how often a record was
 * written as it was: nothing depends on these.
 */
const underWay = {
  messages: ['to', 'tries', 'claimedAt', 'isLeft'],
  accounts: ['notices'],
  uploads: ['traceId'],
  dishPhotos: ['traceId'],
  relations: ['guarded'],
} as const

/** Everything stored, without the parts of it that two runs make differently; tries are counted again with every call. */
export function everything(cloud: TestCloud): Record<string, unknown> {
  const { tries: _, dayCounts: __, ...rest } = cloud.state(underWay)
  return withoutNews(rest)
}

/** Those at the counter hear of whomever no message reached: where one is struck, there is such a one. */
const ofNobodyReached: NoticeKind = 'ordersToTell'

/**
 * A while later the clock has seen every message to its end: it was sent, or it stands on the home page. It runs only where
 * something is left to it.
 */
async function expectTold(cloud: TestCloud, clean: Messages): Promise<void> {
  for (const minutes of [5, 10]) {
    if (!(await cloud.stored('messages')).some(({ isLeft }) => isLeft)) break
    cloud.emulator.clock.set(new Date(NOW.getTime() + minutes * 60_000))
    await cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
  }
  const sent = cloud.emulator.gateway.outbox.messages()
  const accounts = await cloud.stored('accounts')
  for (const message of await cloud.stored('messages')) {
    expect(message.isLeft).toBe(false)
    for (const { openid, state } of message.to) {
      const isOnHome = accounts.some(
        ({ id, notices }) => id === openid && notices.some((one) => one.id === message.id),
      )
      expect([
        openid,
        state,
        isOnHome || state === 'gone' || sent.some(({ touser }) => touser === openid),
      ]).toEqual([openid, state, true])
    }
    if (!message.isUrgent && message.kind !== ofNobodyReached)
      expect(sentOf(message, messages(cloud))).toEqual(sentOf(message, clean))
  }
}

export const messages = (cloud: TestCloud) => withoutNews(cloud.emulator.gateway.outbox.messages())

type Messages = ReturnType<typeof messages>

/** What of all that was sent is of this message; others that belong to the same call are sent beside it, in any order. */
const sentOf = ({ to }: MessageRecord, sent: Messages): Messages =>
  sent.filter((one) =>
    to.some(
      ({ openid, said }) => one.touser === openid && said.state.startsWith(one.data.phrase4?.value ?? ''),
    ),
  )

type Sent = Pick<WritingCall, 'name' | 'openid' | 'input'>

export const send = (cloud: TestCloud, { name, openid, input }: Sent) => cloud.as(openid).call(name, input)

/**
 * The repeat, without a fault: it succeeds at once. Only where the SDK gives calls up after a moment, a machine that is slow just
 * then makes it `BUSY`, and it is asked so often as a person would.
 */
async function sendAgain(cloud: TestCloud, call: Sent, asks: number): Promise<Reply<never>> {
  for (let left = asks; ; left--) {
    const reply = await send(cloud, call)
    if (left <= 1 || codeIn(reply) !== 'BUSY') return reply
  }
}

/** The code of a reply; of one that answers for several parts, `BUSY` where that is answered for one of them. */
function codeIn(reply: Reply<unknown>): string {
  const isPartOpen = reply.ok && Array.isArray(reply.data) && reply.data.some(({ code }) => code === 'BUSY')
  return isPartOpen ? 'BUSY' : codeOf(reply)
}

/** Whether nothing is stored, or everything. */
const isWhole = (stored: unknown, { before, after }: { before: unknown; after: unknown }): boolean =>
  [before, after].some((whole) => isDeepStrictEqual(stored, whole))

/** Whether an elder has the mark by which the night finds what is left to do. */
function isMarked(stored: Record<string, unknown>): boolean {
  const elders = stored.elders as { changed?: ElderRecord }[]
  return elders.some(({ changed }) => typeof changed?.recordsBehindSince === 'string')
}

/** What the coming night makes of it, files too. */
async function morningAfter(cloud: TestCloud, left: EmulatorImage) {
  await cloud.emulator.restore(left)
  cloud.emulator.clock.set(NIGHT)
  await cloud.emulator.timers.fire('scheduler', 'sweep')
  expectIntegrity(cloud)
  return { stored: everything(cloud), files: cloud.files() }
}

/**
 * How many database calls the action makes, what it answers and what it leaves behind when nothing goes wrong; on the next
 * morning, too, where a night has a part in it.
 */
export async function cleanRun(cloud: TestCloud, call: WritingCall) {
  await cloud.restock(call.scene)
  const before = everything(cloud)
  const wired: WireCall[] = []
  cloud.emulator.gateway.setGate(
    async (wire) => void (wire.action.startsWith('database.') && wired.push(wire)),
  )
  const reply = withoutNews(await send(cloud, call))
  cloud.emulator.gateway.setGate(undefined)
  expect(wired.filter(writesSittingInTransaction)).toEqual([])
  const day = { before, reply, wired, after: everything(cloud), told: messages(cloud) }
  const left = cloud.emulator.image()
  expectIntegrity(cloud)
  return { ...day, morning: call.settles === 'atNight' ? await morningAfter(cloud, left) : null }
}

/** Hundreds claim a place of the same sitting at once: a transaction that writes it ends in a conflict with theirs. */
const writesSittingInTransaction = ({ collection, transactionId, action }: WireCall): boolean =>
  collection === 'sittings' && transactionId !== undefined && action !== 'database.getDocument'

/** Calls, by their numbers from 1 on, that may be of many documents, each of which is written by itself. */
const plainWrites = (wired: readonly WireCall[]): number[] =>
  wired.flatMap(({ action, transactionId }, nth) =>
    transactionId === undefined && /modify|remove/.test(action) ? [nth + 1] : [],
  )

/** Does the work for each of these calls. */
async function forEach(
  clouds: TestCloud[],
  calls: readonly number[],
  work: (cloud: TestCloud, nth: number) => Promise<void>,
): Promise<void> {
  const left = [...calls]
  const lane = async (cloud: TestCloud) => {
    for (let nth = left.shift(); nth !== undefined; nth = left.shift()) await work(cloud, nth)
  }
  await Promise.all(clouds.map(lane))
}

/** Every action that writes, with every fault at each of its database calls, one at a time. */
export function describeStruckCalls(
  clouds: TestCloud[],
  faults: Pick<Fault, 'kind' | 'when'>[],
  asks = 1,
): void {
  describe.each(writingCalls)('$title', (call) => {
    /** None where the SDK gives calls up after a moment: on a slow machine it would break off the night, too. */
    const hasNights = call.settles === 'atNight' && asks === 1
    let clean: Awaited<ReturnType<typeof cleanRun>>
    beforeAll(async () => {
      const [first] = clouds
      if (!first) throw new Error('there is no cloud')
      clean = await cleanRun(first, call)
    })

    it.each(faults)(
      'is right or refused, whole or not at all, when any one call meets %p',
      async (fault) => {
        expect(clean.reply).toMatchObject({ ok: true })
        /** What faults of this kind left behind so far: with no transaction under way, a repeat sees nothing else. */
        const left = new Set<string>()
        /** How much of it was left to a night. */
        let nights = 0

        const struck =
          fault.when === 'midway' ? plainWrites(clean.wired) : clean.wired.map((_, nth) => nth + 1)
        await forEach(clouds, struck, async (cloud, nth) => {
          await cloud.restock(call.scene)
          cloud.emulator.gateway.faults.set([{ ...fault, nth }])
          const reply = withoutNews(await send(cloud, call))
          cloud.emulator.gateway.faults.set([])

          const stored = everything(cloud)
          const about = { nth, code: codeIn(reply) }
          if (about.code === 'accepted') {
            expect({ about, reply, stored }).toEqual({ about, reply: clean.reply, stored: clean.after })
            const then = { image: cloud.emulator.image(), now: cloud.emulator.clock.now() }
            await expectTold(cloud, clean.told)
            await cloud.emulator.restore(then.image)
            cloud.emulator.clock.set(then.now)
          } else {
            expect(about).toEqual({ nth, code: 'BUSY' })
            if (call.settles === undefined) expect([clean.before, clean.after]).toContainEqual(stored)
            if (call.settles === 'atNight') expect(isWhole(stored, clean) || isMarked(stored)).toBe(true)
          }

          const found = JSON.stringify(withoutNews(cloud.state()))
          if (left.has(found) && cloud.emulator.engine.underWay() === 0) return
          left.add(found)
          const behind = cloud.emulator.image()
          expect({ about, again: withoutNews(await sendAgain(cloud, call, asks)) }).toEqual({
            about,
            again: clean.reply,
          })
          expect({ about, stored: everything(cloud) }).toEqual({ about, stored: clean.after })

          if (!hasNights || isWhole(stored, clean)) return
          nights++
          expect({ about, ...(await morningAfter(cloud, behind)) }).toEqual({ about, ...clean.morning })
        })
        if (fault.when !== 'midway') expect(nights > 0).toBe(hasNights)
      },
      PATIENCE,
    )
  })
}

/** The calls that need the cloud's storage, with a fault there. */
export function describeStruckStorage(clouds: TestCloud[], kind: Fault['kind'], asks = 1): void {
  describe('a storage that does not answer', () => {
    const apply = writingCalls.find(({ name }) => name === 'eligibility.apply')
    const keep = writingCalls.find(({ name }) => name === 'meals.keepDishPhoto')
    const file = {
      name: 'supervision.settlementFile' as const,
      openid: 'o-supervisor',
      input: { district: 'quiet', operatorId: 'op-one', month: '2026-11', format: 'csv', reason: '对账' },
      scene: aNeighbourhood(),
    }
    const cases = [
      { name: apply?.name, call: apply, action: 'storage.batchGetDownloadUrl' },
      { name: keep?.name, call: keep, action: 'storage.batchGetDownloadUrl' },
      { name: file.name, call: file, action: 'storage.getUploadMetadata' },
    ]

    it.each(cases)(`refuses $name with BUSY at ${kind}, and nothing is stored`, async ({ call, action }) => {
      const [cloud] = clouds
      if (!call || !cloud) throw new Error('there is no such call')
      await cloud.restock(call.scene)
      const before = everything(cloud)
      cloud.emulator.gateway.faults.set([{ kind, action }])
      expect(codeOf(await send(cloud, call))).toBe('BUSY')
      expect(everything(cloud)).toEqual(before)
      expect(codeOf(await sendAgain(cloud, call, asks))).toBe('accepted')
    })
  })
}
