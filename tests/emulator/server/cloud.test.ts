import { type Emulator, startEmulator } from '../../../emulator/emulator'
import { inProcessRunner } from '../../../emulator/runner/in-process-runner'
import { memoryStore } from '../../../emulator/store/memory'
import { rawRequest } from './raw-request'

let emulator: Emulator
let calls = 0

beforeAll(async () => {
  emulator = await startEmulator({
    store: memoryStore(),
    collections: {},
    runner: (parts) =>
      inProcessRunner({
        ...parts,
        functions: {
          echo: () => ({ main: (event) => ({ ok: true, data: event, calls: ++calls }) }),
          openid: () => ({ main: () => ({ ok: true, data: process.env.WX_OPENID ?? null }) }),
          broken: () => ({ main: () => Promise.reject(new Error('a secret in the message')) }),
        },
      }),
  })
})

afterAll(() => emulator.close())

const post = (name: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  rawRequest(emulator.port, `/cloud/${name}`, { method: 'POST', body, headers })

const refusal = (code: string, detail?: object) => ({
  ok: false,
  code,
  ...(detail && { detail: expect.objectContaining(detail) }),
  requestId: expect.any(String),
})

describe('POST /cloud/<function>', () => {
  it('hands the body to the function and answers its reply', async () => {
    const { status, json } = await post('echo', '{"action":"say","input":{"words":"您好"}}')
    expect(status).toBe(200)
    expect(json).toMatchObject({ ok: true, data: { action: 'say', input: { words: '您好' } } })
  })

  it('signs in whom the header names, and nobody without it', async () => {
    expect((await post('openid', '{}', { 'x-wx-openid': 'o-li-min' })).json).toEqual({
      ok: true,
      data: 'o-li-min',
    })
    expect((await post('openid', '{}')).json).toEqual({ ok: true, data: null })
    expect((await post('openid', '{}', { 'x-wx-openid': '' })).json).toEqual({ ok: true, data: null })
  })

  it('adds userInfo to the event of somebody signed in, as the platform does', async () => {
    const { json } = await post('echo', '{"action":"a"}', { 'x-wx-openid': 'o-li-min' })
    expect(json).toMatchObject({ data: { userInfo: { openId: 'o-li-min', appId: expect.any(String) } } })
  })

  it.each([
    ['all digits', '123456'],
    ['65 characters', `o${'-'.repeat(64)}`],
    ['a space', 'o li'],
    ['not ASCII', Buffer.from('李').toString('latin1')],
  ])('refuses an openid that is %s', async (_what, openid) => {
    const { status, json } = await post('echo', '{}', { 'x-wx-openid': openid })
    expect(status).toBe(200)
    expect(json).toEqual(refusal('BAD_INPUT', { header: 'x-wx-openid' }))
  })

  it.each([
    ['nothing', '', 'notJson'],
    ['half an object', '{"action":', 'notJson'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'notJson'],
    ['a list', '[]', 'notAnObject'],
    ['null', 'null', 'notAnObject'],
    ['a number', '7', 'notAnObject'],
    ['more than 100 KB', JSON.stringify({ action: 'x'.repeat(100 * 1024) }), 'tooLarge'],
    ['several megabytes', Buffer.alloc(5_000_000, 0x20), 'tooLarge'],
    ['a list within a list 50,000 times', '['.repeat(50_000) + ']'.repeat(50_000), 'tooDeep'],
    ['an object within an object 101 times', `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`, 'tooDeep'],
  ])('refuses a body that is %s and calls nothing', async (_what, body, fault) => {
    const before = calls
    const { status, json } = await post('echo', body)
    expect(status).toBe(200)
    expect(json).toEqual(refusal('BAD_INPUT', { body: fault }))
    expect(calls).toBe(before)
  })

  it('takes a body as deep as a hundred, and counts no bracket that is text', async () => {
    const body = `${'{"a":'.repeat(99)}{"a":"${'[{\\"'.repeat(500)}"}${'}'.repeat(99)}`
    expect((await post('echo', body)).json).toMatchObject({ ok: true })
  })

  it('takes a body of exactly 100 KB', async () => {
    const frame = JSON.stringify({ action: '' }).length
    const { json } = await post('echo', JSON.stringify({ action: 'x'.repeat(100 * 1024 - frame) }))
    expect(json).toMatchObject({ ok: true })
  })

  it.each(['nobody', '', 'echo/deeper', '..%2Fecho', '__proto__', 'constructor'])(
    'does not know the function “%s”',
    async (name) => {
      const { status, json } = await post(name, '{}')
      expect(status).toBe(200)
      expect(json).toEqual(refusal('UNKNOWN_FUNCTION'))
    },
  )

  it('answers INTERNAL for a function that failed, without its words', async () => {
    const { status, json, text } = await post('broken', '{}')
    expect(status).toBe(200)
    expect(json).toEqual(refusal('INTERNAL'))
    expect(text).not.toContain('secret')
  })

  it('takes POST only', async () => {
    const { status, headers, json } = await rawRequest(emulator.port, '/cloud/echo')
    expect(status).toBe(405)
    expect(headers.allow).toBe('POST')
    expect(json).toEqual({ error: 'METHOD_NOT_ALLOWED' })
  })

  it('refuses a page of another site and allows no reading across origins', async () => {
    const { status, headers } = await post('echo', '{}', { origin: 'https://example.com' })
    expect(status).toBe(403)
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect((await post('echo', '{}', { origin: 'http://localhost:10086' })).status).toBe(200)
  })

  it.each(['evil.example', 'evil.example:8787', '127.0.0.1.evil.example'])(
    'refuses a page that reaches it as %s',
    async (host) => {
      const before = calls
      const { status, json } = await post('echo', '{}', { host })
      expect([status, json]).toEqual([403, { error: 'LOOPBACK_ONLY' }])
      expect(calls).toBe(before)
    },
  )
})
