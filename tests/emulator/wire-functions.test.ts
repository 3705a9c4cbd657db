import type { Caller } from '../../emulator/parts'
import { aCloud, refusal, type TestCloud } from './sdk-cloud'

const ALICE = { openid: 'o-alice', source: 'wx_client', openapi: ['subscribeMessage.send'] }

let cloud: TestCloud
let calls: { name: string; event: unknown; caller: Caller }[]
let callers: Record<string, Caller & { openapi?: string[] }>

beforeEach(async () => {
  calls = []
  callers = { 'token-1': ALICE }
  const invoke = async (name: string, event: unknown, caller: Caller) => {
    calls.push({ name, event, caller })
    if (name === 'broken') throw Object.assign(new Error('it broke'), { code: 'FUNCTIONS_EXECUTE_FAIL' })
    return name === 'silent' ? undefined : { name, event }
  }
  cloud = await aCloud({ runner: { invoke }, callerOf: (token) => callers[token] })
})
afterEach(() => cloud.close())

describe('callFunction', () => {
  it('calls on behalf of whoever the calling function runs for', async () => {
    const { result } = await cloud.sdk.callFunction({ name: 'visits', data: { action: 'ask' } })

    expect(result).toEqual({ name: 'visits', event: { action: 'ask' } })
    expect(calls).toEqual([{ name: 'visits', event: { action: 'ask' }, caller: ALICE }])
  })

  it('gives null for a function that returns nothing', async () => {
    expect((await cloud.sdk.callFunction({ name: 'silent' })).result).toBeNull()
  })

  it('hands on why a function failed', async () => {
    expect((await refusal(cloud.sdk.callFunction({ name: 'broken' }))).errMsg).toMatch(/it broke/)
  })

  it('knows nobody behind a foreign token', async () => {
    callers = {}
    await cloud.sdk.callFunction({ name: 'visits' })
    expect(calls[0]?.caller.openid).toBeUndefined()
  })
})

describe('subscribeMessage.send', () => {
  const message = {
    touser: 'o-alice',
    templateId: 'T1',
    page: 'pages/order/index?id=1',
    data: { thing1: { value: '午餐' }, time2: { value: '2026-11-21 11:30' } },
  }

  it('goes to the outbox', async () => {
    cloud.clock.set(new Date('2026-11-21T03:00:00Z'))
    expect(await cloud.sdk.openapi.subscribeMessage.send(message)).toMatchObject({ errCode: 0 })

    const [sent, ...others] = cloud.gateway.outbox.messages()
    expect(others).toEqual([])
    expect(sent).toMatchObject(message)
    expect(sent?.at).toMatch(/^2026-11-21T03:00:0/)
  })

  it('is refused to a function whose config does not permit it', async () => {
    callers = { 'token-1': { ...ALICE, openapi: [] } }
    expect(await refusal(cloud.sdk.openapi.subscribeMessage.send(message))).toMatchObject({
      errCode: -604101,
      errMsg: 'system error: error code: -604101',
    })
    expect(cloud.gateway.outbox.messages()).toEqual([])
  })

  it('answers a missing template as WeChat does', async () => {
    const { templateId, ...rest } = message
    const { errCode, errMsg } = await refusal(cloud.sdk.openapi.subscribeMessage.send(rest))
    expect([templateId, errCode]).toEqual(['T1', 40037])
    expect(errMsg).toMatch(/invalid template_id/)
  })
})

describe('openapi', () => {
  it('refuses every other api', async () => {
    callers = { 'token-1': { ...ALICE, openapi: ['security.msgSecCheck'] } }
    expect(await refusal(cloud.sdk.openapi.security.msgSecCheck({ content: 'x' }))).toMatchObject({
      errCode: -604101,
    })
  })
})

describe('an action that is not imitated', () => {
  it('is refused as a wrong parameter', async () => {
    const { errMsg } = await refusal(cloud.sdk.getTempFileURL({ fileList: ['cloud://x/y'] }))
    expect(errMsg).toMatch(/does not imitate storage\.batchGetDownloadUrl/)
  })
})
