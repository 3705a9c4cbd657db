import { type Emulator, startEmulator } from '../../../emulator/emulator'
import { inProcessRunner } from '../../../emulator/runner/in-process-runner'
import { memoryStore } from '../../../emulator/store/memory'
import { templateVariables } from '../../../emulator/template-variables'
import { templatesOf } from '../../../types/templates'
import { rawRequest } from './raw-request'

const VISIT = 'demo-template-visit'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({
    store: memoryStore(),
    collections: {},
    templates: templatesOf(templateVariables({})),
    runner: (parts) => inProcessRunner({ ...parts, functions: {} }),
  })
})
afterAll(() => emulator.close())
beforeEach(() => emulator.reset({ demo: false }))

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  rawRequest(emulator.port, path, { method: 'POST', body: JSON.stringify(body), headers })
const tap = (body: unknown, headers: Record<string, string> = { 'x-wx-openid': 'o-wang' }) =>
  post('/subscribe', body, headers)
const left = async () => (await rawRequest(emulator.port, '/__emulator/grants')).json

describe('POST /subscribe', () => {
  it('is a tap that grants one message, and shows what is left', async () => {
    expect(await tap({ tmplIds: [VISIT] })).toMatchObject({
      status: 200,
      json: { errMsg: 'requestSubscribeMessage:ok', [VISIT]: 'accept' },
    })
    expect(await left()).toEqual({ 'o-wang': { [VISIT]: 1 } })
    await emulator.reset({ demo: false })
    expect(await left()).toEqual({})
  })

  it('is answered with a no by whoever is set to refuse', async () => {
    expect((await post('/__emulator/grants', { refusing: ['o-wang'] })).status).toBe(200)
    expect(await tap({ tmplIds: [VISIT] })).toMatchObject({ json: { [VISIT]: 'reject' } })
    expect(await left()).toEqual({})
  })

  it.each([
    ['without a list', { tmplIds: VISIT }],
    ['with more than the list', { tmplIds: [VISIT], openid: 'o-li-min' }],
    ['that is no object', []],
  ])('refuses a body %s', async (_, body) => {
    expect(await tap(body)).toMatchObject({ status: 400, json: { error: 'BAD_INPUT' } })
  })

  it('refuses who is not signed in, by no openid, from another site, or with another method', async () => {
    const body = { tmplIds: [VISIT] }
    expect((await tap(body, {})).status).toBe(401)
    expect((await tap(body, { 'x-wx-openid': '123' })).status).toBe(400)
    expect((await tap(body, { 'x-wx-openid': 'o-wang', origin: 'https://evil.example' })).status).toBe(403)
    expect((await tap(body, { 'x-wx-openid': 'o-wang', host: 'evil.example' })).status).toBe(403)
    expect((await rawRequest(emulator.port, '/subscribe')).status).toBe(405)
    expect(await left()).toEqual({})
  })
})
