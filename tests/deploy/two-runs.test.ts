import { aProduct, DIGEST_KEYS, FIELD_KEYS, run } from './a-deployment'
import { Tencent } from './tencent'

let tencent: Tencent
const product = aProduct()

beforeEach(async () => {
  tencent = new Tencent()
  await tencent.open()
})
afterEach(() => tencent.close())

/** One run, during which another does everything just before the first call of an action is answered. */
async function overtaken(at: string, other: Parameters<typeof run>[2] = {}) {
  let isOtherDone = false
  tencent.meanwhile = {
    isNow: (action, body) => `${action} ${body}`.includes(at),
    work: async () => {
      isOtherDone = (await run(tencent, product, other)).isDone
    },
  }
  const ended = await run(tencent, product)
  return { ...ended, isOtherDone }
}

describe('two deployments at once', () => {
  it.each([
    ['collections', 'CreateTable', 'FailedOperation'],
    ['indexes', 'UpdateTable', 'FailedOperation'],
    ['documents', 'INSERT', 'FailedOperation'],
    ['functions', 'CreateFunction', 'ResourceInUse.Function'],
    ['timers', 'BatchCreateTrigger', 'ResourceInUse.Trigger'],
  ])('both end well where the other has just made the %s', async (_, at, refusal) => {
    const ended = await overtaken(at)
    expect(tencent.refused).toContain(refusal)
    expect(ended).toMatchObject({ isDone: true, isOtherDone: true })
    expect(ended.text).toContain('：另一处刚刚做好')
    expect(await run(tencent, product)).toMatchObject({ isDone: true, count: 0 })
  })

  it('leave the keys with which the other has begun', async () => {
    const other = `2026-11:${Buffer.alloc(32, 9).toString('base64')}`
    const ended = await overtaken('CreateFunction', {
      keys: { FIELD_KEYS: other, DIGEST_KEYS, retired: [] },
    })
    expect(ended).toMatchObject({ isDone: false, isOtherDone: true })
    expect(ended.text).toMatch(/FIELD_KEYS 里叫“2026-11”的密钥和云函数 people 正在用的不是同一把，没有换/)
    expect(tencent.functions.held.get('people')?.variables.FIELD_KEYS).toBe(other)
    expect(ended.text).not.toContain(FIELD_KEYS)
  })

  it('say so where what is wanted is not there yet', async () => {
    await run(tencent, product)
    tencent.meanwhile = {
      isNow: (action) => action === 'UpdateFunctionCode',
      work: async () => Object.assign(tencent.functions.held.get('people') ?? {}, { busy: 3 }),
    }
    const ended = await run(tencent, product, { isAnew: true })
    expect(ended.text).toMatch(/FunctionStatusError）。如果另外还有一处正在部署，请等它做完，再运行一次/)
    expect(await run(tencent, product)).toMatchObject({ isDone: true })
  })
})
