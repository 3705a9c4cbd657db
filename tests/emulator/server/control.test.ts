import { type Emulator, startEmulator } from '../../../emulator/emulator'
import { inProcessRunner } from '../../../emulator/runner/in-process-runner'
import { memoryStore } from '../../../emulator/store/memory'
import { rawRequest } from './raw-request'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({
    store: memoryStore(),
    collections: { notes: { indexes: [] } },
    demo: (now) => {
      const day = now.toISOString().slice(0, 10)
      return { notes: [{ _id: `demo-${day}`, day }] }
    },
    visitorsAt: { lng: 117.1, lat: 31.8 },
    phones: [{ openid: 'o-one', page: 'home' }],
    runner: (parts) =>
      inProcessRunner({ ...parts, functions: { probe: () => import('../functions/probe') } }),
  })
})

afterAll(() => emulator.close())

const get = async (path: string) => (await rawRequest(emulator.port, `/__emulator/${path}`)).json
const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  rawRequest(emulator.port, `/__emulator/${path}`, { method: 'POST', body: JSON.stringify(body), headers })
const write = (data: object) =>
  emulator.runner.invoke('probe', { act: 'write', collection: 'notes', data }, { source: 'wx_client' })

describe('/__emulator', () => {
  it('resets to the demo district of the emulator’s day, or to nothing', async () => {
    await write({ text: 'mine' })
    await post('clock', { now: '2031-05-06T08:00:00+08:00' })
    expect((await post('reset')).status).toBe(200)
    expect(await get('dump?collection=notes')).toEqual({
      notes: [{ _id: 'demo-2031-05-06', day: '2031-05-06' }],
    })

    await post('clock', { reset: true })
    await post('reset', { demo: false })
    expect(await get('dump?collection=notes')).toEqual({ notes: [] })
  })

  it('tells where the people of the street stand', async () => {
    expect(await get('place')).toEqual({ lng: 117.1, lat: 31.8 })
    expect(await get('phones')).toEqual([{ openid: 'o-one', page: 'home' }])
  })

  it('moves the clock to an instant, by an offset, and back', async () => {
    const { json } = await post('clock', { now: '2031-05-06T08:00:00+08:00' })
    expect(json).toMatchObject({ now: expect.stringMatching(/^2031-05-06T00:00:0/) })
    expect((await post('clock', { offset: -60_000 })).json).toMatchObject({ offset: -60_000 })
    expect(await get('clock')).toMatchObject({ offset: -60_000 })
    expect((await post('clock', { reset: true })).json).toMatchObject({ offset: 0 })
  })

  it('gives a demo district the days of the new time, and an empty one nothing', async () => {
    const days = async () => {
      const { notes } = (await get('dump?collection=notes')) as { notes: { day: string }[] }
      return notes.map((note) => note.day)
    }
    await post('clock', { now: '2031-05-06T08:00:00+08:00' })
    await post('reset')
    await post('clock', { now: '2031-05-07T08:00:00+08:00' })
    expect(await days()).toEqual(['2031-05-06', '2031-05-07'])
    await post('reset', { demo: false })
    await post('clock', { now: '2031-05-08T08:00:00+08:00' })
    expect(await days()).toEqual([])
    await post('clock', { reset: true })
  })

  it('injects one fault or several, and takes them back', async () => {
    expect((await post('faults', { kind: 'http500', action: 'database.insertDocument' })).status).toBe(200)
    await expect(write({ text: 'fails' })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    await write({ text: 'works again' })

    await post('faults', [{ kind: 'http500' }, { kind: 'conflict' }])
    await post('faults', [])
    await write({ text: 'works still' })
  })

  it('counts the calls of the wire', async () => {
    await post('counts')
    await write({ text: 'counted' })
    expect(JSON.stringify(await get('counts'))).toContain('insertDocument')
    await post('counts')
    expect(JSON.stringify(await get('counts'))).not.toContain('insertDocument')
  })

  it('tells of no instances where the functions run in its own process', async () => {
    await write({ text: 'run' })
    expect(await get('instances')).toEqual({})
  })

  it('tells how much memory and processor it takes', async () => {
    const before = (await get('usage')) as { memory: number; processor: number }
    for (const began = process.cpuUsage(); process.cpuUsage(began).user < 50_000; );
    const after = (await get('usage')) as typeof before
    expect(after.processor - before.processor).toBeGreaterThanOrEqual(49)
    expect(after.memory).toBeGreaterThan(20 * 1024 ** 2)
  })

  it('issues a code for a phone number, good until a reset', async () => {
    const { json } = await post('phone-code', { phone: '13800001234' })
    const { code } = json as { code: string }
    expect(code).toMatch(/^phone-13800001234-./)
    await post('reset', { demo: false })
    expect(emulator.gateway.phoneCodes.redeem(code, emulator.clock.now())).toBeUndefined()
  })

  it('issues a code at the emulator’s time', async () => {
    await post('clock', { now: '2031-05-06T08:00:00+08:00' })
    const { json } = await post('phone-code', { phone: '13800001234' })
    await post('clock', { reset: true })
    const given = emulator.gateway.phoneCodes.redeem((json as { code: string }).code, emulator.clock.now())
    expect(given?.at.toISOString()).toMatch(/^2031-05-06T00:00:0/)
  })

  it('shows the outbox', async () => {
    expect(await get('outbox')).toEqual([])
  })

  it.each([
    ['clock', { now: 'soon' }],
    ['clock', { offset: 0.5 }],
    ['clock', {}],
    ['clock', undefined],
    ['reset', { demo: 'yes' }],
    ['reset', []],
    ['phone-code', { phone: '1380000123' }],
    ['phone-code', { phone: 13800001234 }],
    ['phone-code', undefined],
    ['timer', { function: 'probe' }],
    ['faults', { kind: 'flood' }],
    ['faults', undefined],
  ])('refuses POST %s with %j', async (path, body) => {
    const { status, json } = await post(path, body)
    expect([status, json]).toEqual([400, { error: 'BAD_BODY', detail: expect.any(String) }])
  })

  it.each([
    { now: '9999-12-31T23:59:59Z' },
    { now: '0001-01-01T00:00:00Z' },
    { now: '2100-01-01T00:00:00Z' },
    { offset: Number.MAX_SAFE_INTEGER },
    { offset: Number.MIN_SAFE_INTEGER },
  ])('leaves the clock where it is for a time that no calendar here knows: %j', async (body) => {
    const { offset } = (await get('clock')) as { offset: number }
    const { status, json } = await post('clock', body)
    expect([status, json]).toMatchObject([200, { ok: false, code: 'BAD_INPUT' }])
    expect(await get('clock')).toMatchObject({ offset })
  })

  it('answers unknown names and methods in JSON', async () => {
    expect(await post('nothing')).toMatchObject({ status: 404, json: { error: 'NOT_FOUND' } })
    expect(await post('outbox')).toMatchObject({ status: 405, json: { error: 'METHOD_NOT_ALLOWED' } })
  })

  it.each([
    ['another host name', { host: 'evil.example' }],
    ['another host name with our port', { host: 'evil.example:8787' }],
    ['a host that begins like ours', { host: '127.0.0.1.evil.example' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
  ])('refuses %s', async (_what, headers) => {
    expect(await post('reset', {}, headers)).toMatchObject({ status: 403, json: { error: 'LOOPBACK_ONLY' } })
    const admin = await rawRequest(emulator.port, '/admin', { method: 'POST', body: '{}', headers })
    expect(admin.status).toBe(403)
  })
})
