import type { Caller } from '../../../emulator/parts'
import { FunctionFailure } from '../../../emulator/runner/function-failure'
import { aCloud, refusal, type TestCloud } from '../sdk-cloud'

const ALICE = { openid: 'o-alice', source: 'wx_client' }

let cloud: TestCloud
let calls: { name: string; event: unknown; caller: Caller }[]
let callers: Record<string, Caller>

beforeEach(async () => {
  calls = []
  callers = { 'token-1': ALICE }
  const invoke = async (name: string, event: unknown, caller: Caller) => {
    calls.push({ name, event, caller })
    if (name === 'broken') throw Object.assign(new Error('it broke'), { code: 'FUNCTIONS_EXECUTE_FAIL' })
    if (name === 'nobody') throw new FunctionFailure('FUNCTION_NOT_FOUND', 'no function nobody', 'request-1')
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

  it('calls a function that is not there by the platform’s word', async () => {
    expect(await refusal(cloud.sdk.callFunction({ name: 'nobody' }))).toMatchObject({
      errCode: -1, // the SDK has no number for it
      errMsg: 'callFunction:fail no function nobody',
    })
    const { URL: address } = JSON.parse(process.env.TCB_CONTEXT_CNFG ?? '')
    const body = JSON.stringify({ action: 'functions.invokeFunction', function_name: 'nobody' })
    expect(await (await fetch(address, { method: 'POST', body })).json()).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
    })
  })

  it('knows nobody behind a foreign token', async () => {
    callers = {}
    await cloud.sdk.callFunction({ name: 'visits' })
    expect(calls[0]?.caller.openid).toBeUndefined()
  })
})

describe('an action that is not imitated', () => {
  it('is refused as a wrong parameter', async () => {
    const { errMsg } = await refusal(cloud.sdk.getTempFileURL({ fileList: ['cloud://x/y'] }))
    expect(errMsg).toMatch(/does not imitate storage\.batchGetDownloadUrl/)
  })
})
