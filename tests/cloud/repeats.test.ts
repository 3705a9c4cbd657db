import { aCloud, accepted, codeOf, type TestCloud } from './a-cloud'
import { aNeighbourhood } from './neighbourhood'
import { type WritingCall, withoutNews, writingCalls } from './writing-actions'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

/**
 * How often somebody tried a code is counted again with every call, and how often a record was written as it was; under which number
 * WeChat answers about a photo is its own affair.
 */
const everything = () => {
  const {
    tries: _,
    dayCounts: __,
    ...rest
  } = cloud.state({ uploads: ['traceId'], dishPhotos: ['traceId'], relations: ['guarded'] })
  return withoutNews(rest)
}
const send = ({ name, openid, input }: WritingCall, own: object = {}) =>
  cloud.as(openid).call(name, { ...input, ...own })

describe.each(writingCalls)('$title', (call) => {
  const runTimes = async (times: number, own: object = {}) => {
    await cloud.restock(call.scene)
    const replies = await Promise.all(Array.from({ length: times }, () => send(call, own)))
    const told = cloud.emulator.gateway.outbox.messages().length
    return { replies: withoutNews(replies.map((reply) => accepted(reply))), stored: everything(), told }
  }
  const runs = new Map<number, ReturnType<typeof runTimes>>()
  /** What came of it without a key; made once, whoever asks. */
  const ranTimes = (times: number) => {
    const run = runs.get(times) ?? runTimes(times)
    runs.set(times, run)
    return run
  }

  it.each([
    ['without a key', ranTimes],
    ['with a key', (times: number) => runTimes(times, { key: 'one-intention' })],
  ])('has one effect and equal answers, sent one to five times at once %s', async (_case, run) => {
    const once = await run(1)
    for (let times = 2; times <= 5; times++) {
      const { replies, stored } = await run(times)
      expect(replies).toEqual(replies.map(() => once.replies[0]))
      expect(stored).toEqual(once.stored)
    }
  })

  it('tells nobody twice', async () => {
    expect((await ranTimes(5)).told).toBe((await ranTimes(1)).told)
  })

  if (call.isAlone) return

  it('refuses the same key with a changed body', async () => {
    const other = writingCalls.find(({ openid, name }) => openid === call.openid && name !== call.name)
    const changed = 'reason' in call.input ? { reason: '别的事' } : null
    const { name = call.name, input = null } = call.otherwise ?? {}
    await runTimes(1, { key: 'one-intention' })
    const stored = everything()
    const reply = input
      ? await send({ ...call, name, input }, { key: 'one-intention' })
      : changed
        ? await send(call, { ...changed, key: 'one-intention' })
        : other && (await send({ ...other, scene: call.scene }, { key: 'one-intention' }))
    expect(reply && codeOf(reply)).toBe('KEY_REUSED')
    expect(everything()).toEqual(stored)
  })
})

describe('eligibility.startDocument', () => {
  const start = async (input: object, openid = 'o-daughter') =>
    accepted<{ path: string }>(await cloud.as(openid).call('eligibility.startDocument', input)).path
  const wanted = { elderId: 'e-wang', key: 'one-photo' }
  beforeEach(() => cloud.restock(aNeighbourhood()))

  it('gives the same place for the same key, and another for every other wish', async () => {
    const path = await start(wanted)
    expect(await start(wanted)).toBe(path)
    const others = [
      await start({ ...wanted, key: 'another-photo' }),
      await start({ elderId: 'e-wang' }),
      await start({ elderId: 'e-wang' }),
      await start(wanted, 'o-wang'),
    ]
    expect(new Set([path, ...others]).size).toBe(5)
    expect(await cloud.stored('uploads')).toHaveLength(5)
  })

  it('never takes the place of another elder’s photo, whatever the key', async () => {
    const path = await start(wanted)
    const hers = await start({ ...wanted, elderId: 'e-chen' }, 'o-guardian')
    expect(path).toMatch(/^applications\/e-wang\//)
    expect(hers).toMatch(/^applications\/e-chen\//)
  })
})
