import type { CloudOptions, TestCloud } from '../sdk-cloud'
import { aCloud, refusal } from '../sdk-cloud'

let cloud: TestCloud
let permitted: string[]

beforeEach(async () => {
  permitted = [
    'subscribeMessage.send',
    'security.msgSecCheck',
    'security.mediaCheckAsync',
    'phonenumber.getPhoneNumber',
  ]
  const callerOf: CloudOptions['callerOf'] = () => ({
    openid: 'o-alice',
    source: 'wx_client',
    openapi: permitted,
  })
  cloud = await aCloud({ callerOf })
})
afterEach(() => cloud.close())

const openapi = () => cloud.sdk.openapi

describe('openapi', () => {
  it('refuses an api that is not imitated, also where it is permitted', async () => {
    permitted = ['wxacode.get']
    expect(await refusal(openapi().wxacode.get({ path: 'pages/home/index' }))).toMatchObject({
      errCode: -604101,
      errMsg: 'system error: error code: -604101',
    })
  })

  it('refuses everything to somebody who calls from outside any function', async () => {
    await cloud.close()
    cloud = await aCloud()
    const text = { openid: 'o-alice', scene: 2, version: 2, content: '您好' }
    expect((await refusal(openapi().security.msgSecCheck(text))).errCode).toBe(-604101)
  })

  it('ends the words of a refusal with an id that is never the same', async () => {
    const refusals = await Promise.all(
      [1, 2].map(() => refusal(openapi().phonenumber.getPhoneNumber({ code: 'x' }))),
    )
    const words = refusals.map(({ errMsg }) => errMsg)
    expect(new Set(words).size).toBe(2)
    for (const errMsg of words)
      expect(errMsg).toMatch(
        /^openapi\.phonenumber\.getPhoneNumber:fail invalid code rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/,
      )
  })

  it('can be struck by faults like the database', async () => {
    const text = { openid: 'o-alice', scene: 2, version: 2, content: '您好' }
    cloud.gateway.faults.set([{ kind: 'http500', action: 'wx.openApi' }])
    expect((await refusal(openapi().security.msgSecCheck(text))).errCode).toBe(-501001)
    expect((await openapi().security.msgSecCheck(text)).errCode).toBe(0)
  })
})

describe('security.msgSecCheck', () => {
  const text = (changes: object = {}) => ({
    openid: 'o-alice',
    scene: 2,
    version: 2,
    content: '今天的饭很好',
    ...changes,
  })
  const check = (changes?: object) => openapi().security.msgSecCheck(text(changes))

  it('passes an ordinary text, in the words of the SDK', async () => {
    expect(await check()).toEqual({
      result: { suggest: 'pass', label: 100 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
      traceId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/),
      errCode: 0,
      errMsg: 'openapi.security.msgSecCheck:ok',
    })
  })

  it.each([
    ['risky', 20006, { content: '前面 违禁示例词 后面' }],
    ['review', 21000, { content: '可疑示例词' }],
    ['risky', 20006, { content: '可疑示例词和违禁示例词' }],
    ['risky', 20006, { nickname: '违禁示例词' }],
    ['review', 21000, { title: '可疑示例词' }],
    ['pass', 100, { content: '违禁' }],
    ['pass', 100, { content: '字'.repeat(2500) }],
    ['pass', 100, { content: '😀'.repeat(2500) }],
    ['pass', 100, { content: '{"a":1}' }],
  ])('says %s, label %i, of %j', async (suggest, label, changes) => {
    expect((await check(changes)).result).toEqual({ suggest, label })
  })

  it.each([
    [40003, 'no openid', { openid: undefined }],
    [40003, 'an empty openid', { openid: '' }],
    [40129, 'a scene 0', { scene: 0 }],
    [40129, 'a scene 5', { scene: 5 }],
    [40129, 'no scene', { scene: undefined }],
    [40129, 'a scene as text', { scene: '2' }],
    [44002, 'an empty text', { content: '' }],
    [45002, '2501 characters', { content: '字'.repeat(2501) }],
    [47001, 'no text', { content: undefined }],
    [47001, 'a number for a text', { content: 5 }],
    [47001, 'version 1', { version: 1 }],
    [47001, 'no version', { version: undefined }],
  ])('is refused with %i for %s', async (errCode, _what, changes) => {
    expect((await refusal(check(changes))).errCode).toBe(errCode)
  })

  it('is refused to a function whose config does not permit it', async () => {
    permitted = ['subscribeMessage.send']
    expect((await refusal(check())).errCode).toBe(-604101)
  })
})

describe('phonenumber.getPhoneNumber', () => {
  const minute = 60_000
  const issue = (phone = '13800001234') => cloud.gateway.phoneCodes.issue(phone, cloud.clock.now())
  const exchange = (code: unknown) => openapi().phonenumber.getPhoneNumber({ code })
  const later = (ms: number) => cloud.clock.set(new Date(cloud.clock.now().getTime() + ms))

  it('tells the number behind a code, in the words of the SDK', async () => {
    cloud.clock.set(new Date('2026-11-21T03:00:00.500Z'))
    const code = issue()
    later(minute)

    expect(code).toMatch(/^phone-13800001234-./)
    expect(await exchange(code)).toEqual({
      phoneInfo: {
        phoneNumber: '13800001234',
        purePhoneNumber: '13800001234',
        countryCode: '86',
        watermark: { timestamp: Date.parse('2026-11-21T03:00:00Z') / 1000, appid: 'wx0000000000000000' },
      },
      errCode: 0,
      errMsg: 'openapi.phonenumber.getPhoneNumber:ok',
    })
  })

  it('takes a code once, however many ask at the same time', async () => {
    const code = issue()
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => exchange(code)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await refusal(exchange(code))).errCode).toBe(40029)
  })

  it('takes a code for five minutes', async () => {
    const [inTime, late] = [issue(), issue('13900005678')]
    later(5 * minute - 2_000)
    expect((await exchange(inTime)).phoneInfo.phoneNumber).toBe('13800001234')
    later(3_000)
    expect((await refusal(exchange(late))).errCode).toBe(40029)
  })

  it.each([['phone-13800001234-1'], ['the moon'], [''], [undefined], [13800001234]])(
    'does not know the code %j that was never issued',
    async (code) => {
      issue()
      const { errCode, errMsg } = await refusal(exchange(code))
      expect([errCode, errMsg]).toEqual([40029, expect.stringContaining('invalid code')])
    },
  )

  it('leaves the code good when the function may not ask', async () => {
    const code = issue()
    permitted = []
    expect((await refusal(exchange(code))).errCode).toBe(-604101)
    permitted = ['phonenumber.getPhoneNumber']
    expect((await exchange(code)).errCode).toBe(0)
  })
})

describe('security.mediaCheckAsync', () => {
  const photo = (changes: object = {}) => ({
    openid: 'o-alice',
    scene: 1,
    version: 2,
    mediaType: 2,
    mediaUrl: 'http://127.0.0.1/storage/a.jpg?sign=1&t=2',
    ...changes,
  })
  const check = (changes?: object) => openapi().security.mediaCheckAsync(photo(changes))

  it('answers with a number, and tells under it later what it found, once', async () => {
    const { traceId, errCode } = await check()
    expect(errCode).toBe(0)
    expect(cloud.gateway.pushes.take()).toEqual([
      expect.objectContaining({
        MsgType: 'event',
        Event: 'wxa_media_check',
        trace_id: traceId,
        errcode: -1008,
      }),
    ])
    expect(cloud.gateway.pushes.take()).toEqual([])
  })

  it.each([
    [40003, 'no openid', { openid: undefined }],
    [40129, 'a scene 5', { scene: 5 }],
    [47001, 'version 1', { version: 1 }],
    [47001, 'sound', { mediaType: 1 }],
    [47001, 'a file id', { mediaUrl: 'applications/a.jpg' }],
    [47001, 'no link', { mediaUrl: undefined }],
  ])('is refused with %i for %s, and tells nothing', async (errCode, _what, changes) => {
    expect((await refusal(check(changes))).errCode).toBe(errCode)
    expect(cloud.gateway.pushes.take()).toEqual([])
  })
})
