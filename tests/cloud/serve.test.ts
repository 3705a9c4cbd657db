import type { Handlers } from '../../cloudfunctions/_shell/context'
import { serve } from '../../cloudfunctions/_shell/serve'
import type { Contract } from '../../types/contract'
import { AppError } from '../../types/errors'
import * as z from '../../types/z'
import { aCloud, codeOf, type TestCloud } from './a-cloud'
import { aNeighbourhood } from './neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
  await cloud.restock(aNeighbourhood())
})
afterAll(() => cloud.close())

const raw = (event: unknown) =>
  cloud.emulator.runner.invoke('meals', event, { openid: 'o-daughter', source: 'wx_client' }) as Promise<{
    ok: boolean
    code: string
    requestId: string
  }>

describe('serve', () => {
  it.each([
    ['nothing', undefined],
    ['no action', { input: {} }],
    ['an unknown action', { action: 'steal', input: {} }],
    ['an inherited name', { action: 'constructor', input: {} }],
    ['a prototype', { action: '__proto__', input: {} }],
    ['a list', []],
  ])('answers %s with UNKNOWN_ACTION and a request id', async (_case, event) => {
    const reply = await raw(event)
    expect(reply).toMatchObject({ ok: false, code: 'UNKNOWN_ACTION' })
    expect(reply.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('names the wrong fields and never what was in them', async () => {
    const reply = await cloud.as('o-daughter').call('meals.book', { sittingId: 'secret text', elderId: 7 })
    expect(reply).toMatchObject({
      code: 'BAD_INPUT',
      detail: { fields: ['sittingId', 'elderId', 'mode', 'setId'] },
    })
    expect(JSON.stringify(reply)).not.toContain('secret text')
  })

  it.each([
    ['a text', 'x'],
    ['a number', 7],
    ['a list', [1]],
  ])('refuses %s as input', async (_case, input) => {
    expect(codeOf(await cloud.as('o-daughter').call('meals.mine', input))).toBe('BAD_INPUT')
  })

  it('refuses a foreign caller before it looks anything up for them', async () => {
    cloud.emulator.gateway.counts.reset()
    expect(codeOf(await cloud.as('o-nobody').call('visits.claim', { visitId: 'v-1' }))).toBe('FORBIDDEN')
    expect(cloud.emulator.gateway.counts.all()).toEqual({ 'database.getDocument': 1 })
  })

  it('asks whoever is not signed in to sign in', async () => {
    expect(codeOf(await cloud.as(null).call('meals.mine'))).toBe('NOT_SIGNED_IN')
  })
})

describe('serve, whatever a handler does', () => {
  const secret = '不该出去的话'
  const signedIn = { who: ['signedIn'], input: z.strictObject({}), errors: [] } as const
  const contract = {
    extra: { ...signedIn, output: z.object({ shown: z.string() }) },
    wrong: { ...signedIn, output: z.object({ shown: z.string() }) },
    breaks: { ...signedIn, output: z.object({}) },
    undeclared: { ...signedIn, output: z.object({}) },
    unchecked: { ...signedIn, concerns: 'record', output: z.object({}) },
  } as const satisfies Contract
  const odd: Handlers<typeof contract> = {
    extra: async () => ({ shown: '可以', room: secret }) as never,
    wrong: async () => ({ shown: 7, room: secret }) as never,
    breaks: async () => {
      throw new Error('broken')
    },
    undeclared: async () => {
      throw new AppError('KEY_LOST', { text: secret })
    },
    unchecked: async () => ({}),
  }
  let oddCloud: TestCloud
  let log: jest.SpyInstance
  beforeAll(async () => {
    oddCloud = await aCloud({ functions: { odd: () => ({ main: serve('odd', contract, odd) }) } })
    log = jest.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterAll(async () => {
    log.mockRestore()
    await oddCloud.close()
  })

  it('answers with what the contract names and nothing else', async () => {
    const reply = await oddCloud.as('o-daughter').call('odd.extra')
    expect(reply).toEqual({ ok: true, data: { shown: '可以' } })
  })

  it.each(['wrong', 'breaks', 'undeclared', 'unchecked'])(
    'answers INTERNAL for a handler that is %s, with the request’s id in the log and no word of it',
    async (name) => {
      log.mockClear()
      const reply = (await oddCloud.as('o-daughter').call(`odd.${name}`)) as { requestId?: string }
      expect(reply).toEqual({ ok: false, code: 'INTERNAL', requestId: expect.any(String) })
      const lines = JSON.stringify(log.mock.calls)
      expect(lines).toContain(reply.requestId)
      expect(lines).not.toContain(secret)
    },
  )
})
