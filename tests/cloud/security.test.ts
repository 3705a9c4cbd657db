import { personOf } from '../../cloudfunctions/_shell/secrets'
import type { Action } from '../../types/contract'
import { membershipId } from '../../types/ids'
import { aRelation, aVisit, DISTRICT, NOW, TOMORROW } from '../domain/builders'
import { everyAction } from '../every-action'
import { aCloud, accepted, codeOf, type TestCloud } from './a-cloud'
import { aDraft, nextWeek, steamed } from './a-kitchen'
import { aNeighbourhood, wang } from './neighbourhood'
import { writingCalls } from './writing-actions'

const REFUSED = '违禁示例词'

let cloud: TestCloud
let log: jest.SpyInstance
beforeAll(async () => {
  cloud = await aCloud()
  log = jest.spyOn(console, 'error').mockImplementation(() => {})
})
beforeEach(() => log.mockClear())
afterAll(async () => {
  log.mockRestore()
  await cloud.close()
})

const everything = () => cloud.emulator.engine.dump()

/** The parts of zod's schemas that this file looks into. */
interface Schema {
  _zod: {
    def: {
      type: string
      shape?: Record<string, Schema>
      element?: Schema
      innerType?: Schema
      options?: Schema[]
      checks?: { _zod: { def: { check: string; maximum?: number } } }[]
    }
  }
  safeParse(value: unknown): { success: boolean }
}
interface Leaf {
  path: string
  schema: Schema
}

/** Every text of a schema, by path; what stands in a list has the list's own path. */
function textsOf(schema: Schema, path = ''): Leaf[] {
  const { type, shape, element, innerType, options } = schema._zod.def
  if (type === 'string') return [{ path, schema }]
  const under = (name: string) => (path === '' ? name : `${path}.${name}`)
  return [
    ...Object.entries(shape ?? {}).flatMap(([name, field]) => textsOf(field, under(name))),
    ...[element, innerType, ...(options ?? [])].flatMap((inner) => (inner ? textsOf(inner, path) : [])),
  ]
}

/** Texts into which anything can be typed: not an id, a date, a number or a code. */
const freeTexts = (action: Action) =>
  textsOf(action.input as unknown as Schema).filter(({ schema }) => schema.safeParse(REFUSED).success)

const isUnder = (path: string, fields: readonly string[]) =>
  fields.some((field) => path === field || path.startsWith(`${field}.`))

/** Free text that no check reads, and why none is needed; `*`: in every action. */
const unread: Record<string, string> = {
  '* elder.idNumber': 'sealed; only its last four are ever shown',
  '* by.idNumber': 'compared, never kept',
  '* by.elderName': 'compared, never kept',
  '* identity.idNumber': 'sealed; only its last four are ever shown',
  '* seen.deliverTo.building': 'compared, never kept',
  '* seen.deliverTo.room': 'compared, never kept',
  '* seen.deliverTo.phone': 'compared, never kept',
  '* sees.name': 'compared, never kept',
  '* sees.tags': 'compared, never kept',
  '* sees.dishes.name': 'compared, never kept',
  'people.verify categories.evidence': 'a clerk copies it from a certificate',
  'people.verify categories.verifiedBy': 'a clerk’s name',
  'people.verify ability.assessor': 'a clerk copies it from an assessment',
  'people.copy after': 'where the next page begins; compared, never kept',
  'meals.changePlan change.plan.tables.name': 'its own staff alone read it',
  'people.inviteStaff note': 'nobody reads it but whoever wrote it',
  'eligibility.savePolicy text': 'a supervisor’s own document, longer than the check takes',
}

describe('free text', () => {
  const written = everyAction.filter(([, { writes, shown }]) => writes || shown)

  it('is checked before others read it, or stands in the list above', () => {
    const unchecked = written.flatMap(([name, action]) =>
      freeTexts(action)
        .filter(({ path }) => !isUnder(path, action.shown ?? []))
        .filter(({ path }) => !(`${name} ${path}` in unread || `* ${path}` in unread))
        .map(({ path }) => `${name} ${path}`),
    )
    expect(unchecked).toEqual([])
  })

  it('is not excused by a line of the list that means nothing', () => {
    const all = written.flatMap(([name, action]) =>
      freeTexts(action).flatMap(({ path }) => [`${name} ${path}`, `* ${path}`]),
    )
    expect(Object.keys(unread).filter((line) => !all.includes(line))).toEqual([])
  })

  it.each(written)('that %s shows is never too long for the check', (_name, action) => {
    const LONGEST = 2500
    const most = textsOf(action.input as unknown as Schema)
      .filter(({ path }) => isUnder(path, action.shown ?? []))
      .reduce((sum, { path }) => sum + longest(action.input as unknown as Schema, path) + 1, 0)
    expect(most).toBeLessThanOrEqual(LONGEST)
  })
})

/** How many characters can stand at a path, all entries of lists together; a telephone number has at most 13. */
function longest(schema: Schema, path: string): number {
  const most = ({ _zod: { def } }: Schema) =>
    def.checks?.find((check) => check._zod.def.check === 'max_length')?._zod.def.maximum
  const [name = '', ...rest] = path.split('.')
  const { type, shape, element, innerType, options } = schema._zod.def
  if (innerType) return longest(innerType, path)
  if (element) return (most(schema) ?? Number.POSITIVE_INFINITY) * longest(element, path)
  if (options) return Math.max(...options.map((option) => longest(option, path)))
  const field = shape?.[name]
  if (type === 'object') return field ? longest(field, rest.join('.')) : 0
  return most(schema) ?? 13
}

/** Good calls in whose `shown` fields something can be written; those that only look, too. */
const shownCalls = [
  {
    name: 'meals.saveMenu' as const,
    openid: 'o-kitchen',
    input: {
      ...{ ...nextWeek, rev: 1 },
      dishes: [{ id: 'soup', name: '紫菜汤', allergens: [], diets: [], limit: null }],
      sets: [{ ...steamed, id: 'soup-set', sides: ['soup'] }],
    },
    scene: aNeighbourhood({ menus: [aDraft()] }), // nobody has ordered what is called otherwise
  },
  ...writingCalls,
  {
    name: 'people.reveal' as const,
    openid: 'o-clerk',
    input: { elderId: 'e-wang', field: 'address', reason: '送餐' },
    scene: aNeighbourhood(),
  },
  {
    name: 'people.roster' as const,
    openid: 'o-manager',
    input: { stationId: 'st-one', reason: '核对' },
    scene: aNeighbourhood(),
  },
  {
    name: 'people.copy' as const,
    openid: 'o-clerk',
    input: { elderId: 'e-wang', part: 'person', reason: '她要一份' },
    scene: aNeighbourhood(),
  },
  {
    name: 'supervision.settlementFile' as const,
    openid: 'o-supervisor',
    input: { district: DISTRICT, operatorId: 'op-one', month: '2026-11', format: 'csv', reason: '对账' },
    scene: aNeighbourhood(),
  },
]
const shownFields = everyAction.flatMap(([name, action]) =>
  (action.shown ?? []).map((path) => [name, path, action] as const),
)

describe.each(shownFields)('%s with %s', (name, path, action) => {
  const call = shownCalls.find((one) => one.name === name)
  if (!call) throw new Error(`there is no good call of ${name}`)
  const saying = (text: string) =>
    cloud.as(call.openid).call(call.name, withText(call.input, action.input as unknown as Schema, path, text))

  it('refuses what must not be shown, and stores nothing', async () => {
    await cloud.restock(call.scene)
    const before = await everything()
    expect(codeOf(await saying(`说${REFUSED}`))).toBe('TEXT_REFUSED')
    expect(await everything()).toEqual(before)
    expect(cloud.emulator.gateway.outbox.messages()).toEqual([])
  })

  it.each(['平常话', '可疑示例词'])('takes %s', async (text) => {
    await cloud.restock(call.scene)
    expect(codeOf(await saying(text))).toBe('accepted')
  })
})

/** The input with a text at a path: in a list of one where a list is wanted, with what an entry needs besides. */
function withText(input: object, schema: Schema, path: string, text: string): object {
  const [name = '', ...rest] = path.split('.')
  const field = inside(schema)._zod.def.shape?.[name]
  if (!field) throw new Error(`no field ${path}`)
  const before = (input as Record<string, unknown>)[name]
  const { element } = inside(field)._zod.def
  if (rest.length === 0) return { ...input, [name]: textIn(field, text) }
  const deeper = (one: unknown, schema: Schema) => withText(Object(one), schema, rest.join('.'), text)
  const value = element ? (before as unknown[]).map((one) => deeper(one, element)) : deeper(before, field)
  return { ...input, [name]: value }
}

function textIn(schema: Schema, text: string): unknown {
  const { element, shape } = inside(schema)._zod.def
  if (element) return [textIn(element, text)]
  if (shape)
    return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, textIn(field, text)]))
  return [text, 'son', '13800003333'].find((value) => schema.safeParse(value).success)
}

const inside = (schema: Schema): Schema => {
  const { innerType } = schema._zod.def
  return innerType ? inside(innerType) : schema
}

describe('a content check that does not answer', () => {
  const ask = () =>
    cloud
      .as('o-daughter')
      .call('visits.request', { elderId: 'e-wang', urgency: 'hard', reason: `快来${REFUSED}`, when: 'now' })

  it('lets the call through: somebody may be asking for help', async () => {
    await cloud.restock(aNeighbourhood())
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'wx.openApi' }])
    expect(codeOf(await ask())).toBe('accepted')
    expect(await cloud.stored('visits')).toHaveLength(1)
    expect(JSON.stringify(log.mock.calls)).toContain('content not checked')
    expect(JSON.stringify(log.mock.calls)).not.toContain(REFUSED)
  })

  it('is asked again by the next call', async () => {
    await cloud.restock(aNeighbourhood())
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'wx.openApi' }])
    await ask()
    expect(codeOf(await ask())).toBe('TEXT_REFUSED')
  })
})

describe('people.phone', () => {
  const NUMBER = '13812345678'
  const exchange = (code: string, openid = 'o-nobody') => cloud.as(openid).call('people.phone', { code })
  beforeEach(() => cloud.restock(aNeighbourhood()))

  it('tells the number behind a code once', async () => {
    const code = cloud.emulator.issuePhoneCode(NUMBER)
    expect(accepted(await exchange(code))).toEqual({ phone: NUMBER })
    expect(codeOf(await exchange(code))).toBe('PHONE_CODE_REFUSED')
  })

  it('keeps nothing of it', async () => {
    await exchange(cloud.emulator.issuePhoneCode(NUMBER))
    expect(JSON.stringify(await everything())).not.toContain(NUMBER)
    expect(log).not.toHaveBeenCalled()
  })

  it('refuses a code that is too old', async () => {
    const code = cloud.emulator.issuePhoneCode(NUMBER)
    cloud.emulator.clock.set(new Date(NOW.getTime() + 5 * 60_000 + 1000))
    expect(codeOf(await exchange(code))).toBe('PHONE_CODE_REFUSED')
  })

  it('refuses a code that nobody was given', async () => {
    expect(codeOf(await exchange(`phone-${NUMBER}-made-up`))).toBe('PHONE_CODE_REFUSED')
  })

  it('refuses while WeChat does not answer', async () => {
    const code = cloud.emulator.issuePhoneCode(NUMBER)
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'wx.openApi' }])
    expect(codeOf(await exchange(code))).toBe('PHONE_CODE_REFUSED')
  })
})

describe('guessing', () => {
  const wrong = [
    ['people.phone', { code: 'made-up' }, 'PHONE_CODE_REFUSED'],
    ['people.invitation', { code: '00000000' }, 'NOT_FOUND_BY_THIS'],
    ['people.accept', { code: '00000000', name: '某人' }, 'NOT_FOUND_BY_THIS'],
    [
      'people.ask',
      { by: { code: '00000000' }, relation: 'son', scopes: ['view'], name: '某人' },
      'NOT_FOUND_BY_THIS',
    ],
  ] as const

  it.each(wrong)(
    'with %s ends after ten tries an hour, for this account alone',
    async (name, input, code) => {
      await cloud.restock(aNeighbourhood())
      const guess = async (openid: string) => codeOf(await cloud.as(openid).call(name, input))
      const first = await Promise.all(Array.from({ length: 12 }, () => guess('o-nobody')))
      expect(first.sort()).toEqual(
        [
          ...Array.from({ length: 10 }, () => code),
          ...Array.from({ length: 2 }, () => 'TOO_MANY_TRIES'),
        ].sort(),
      )
      expect(await guess('o-stranger')).toBe(code)
      cloud.emulator.clock.set(new Date(NOW.getTime() + 61 * 60_000))
      expect(await guess('o-nobody')).toBe(code)
    },
  )

  it('of one kind counts for every kind', async () => {
    await cloud.restock(aNeighbourhood())
    for (const [name, input] of [...wrong, ...wrong, ...wrong]) await cloud.as('o-nobody').call(name, input)
    for (const [name, input] of wrong) {
      expect(codeOf(await cloud.as('o-nobody').call(name, input))).toBe('TOO_MANY_TRIES')
    }
  })
})

describe('an openid that the caller makes up', () => {
  it.each(everyAction.map(([name]) => name))('is refused by %s in its input', async (name) => {
    const action = name as `${string}.${string}`
    for (const field of ['openid', 'OPENID', '_openid', 'userInfo', 'by_openid']) {
      const input = { ...writingCalls.find((call) => call.name === name)?.input, [field]: 'o-wang' }
      expect(codeOf(await cloud.as('o-nobody').call(action, input))).toBe('BAD_INPUT')
    }
  })

  it.each(writingCalls)(
    'beside the input of $title changes nothing',
    async ({ name, openid, input, scene }) => {
      const [area = '', action] = name.split('.')
      const send = async (fake: object) => {
        await cloud.restock(scene)
        const caller = { openid: 'o-nobody', source: 'wx_client' }
        const event = { action, input, ...fake }
        const reply = (await cloud.emulator.runner.invoke(area, event, caller)) as {
          ok: boolean
          code?: string
        }
        return { ok: reply.ok, code: reply.code }
      }
      const fake = { openid, OPENID: openid, userInfo: { openId: openid }, WX_OPENID: openid }
      expect(await send(fake)).toEqual(await send({}))
      expect(JSON.stringify(await cloud.stored('auditLog'))).not.toContain(`"openid":"${openid}"`)
    },
  )
})

describe('permission', () => {
  const clerks = membershipId('st-one', 'clerk', personOf('o-clerk'))
  const queue = async () =>
    codeOf(await cloud.as('o-clerk').call('meals.queue', { stationId: 'st-one', date: TOMORROW }))
  beforeEach(() => cloud.restock(aNeighbourhood()))

  it('ends with a suspension, from the next call on', async () => {
    expect(await queue()).toBe('accepted')
    accepted(await cloud.as('o-manager').call('people.advance', { membershipId: clerks, act: 'suspend' }))
    expect(await queue()).toBe('FORBIDDEN')
    accepted(await cloud.as('o-manager').call('people.advance', { membershipId: clerks, act: 'reinstate' }))
    expect(await queue()).toBe('accepted')
  })

  it('ends with the day on which a paper that the work needs runs out', async () => {
    const accounts = aNeighbourhood().accounts?.map((account) => ({
      ...account,
      memberships: account.memberships.map((held) => ({ ...held, until: TOMORROW })),
    }))
    await cloud.restock(aNeighbourhood({ accounts }))
    cloud.emulator.clock.set(new Date(`${TOMORROW}T15:00:00Z`))
    expect(await queue()).toBe('accepted')
    cloud.emulator.clock.set(new Date(`${TOMORROW}T16:00:01Z`))
    expect(await queue()).toBe('FORBIDDEN')
  })

  it('ends for a relative with the elder’s tap', async () => {
    const mine = async () => codeOf(await cloud.as('o-daughter').call('meals.mine', { elderId: 'e-wang' }))
    expect(await mine()).toBe('accepted')
    const memberId = aRelation(wang, 'o-daughter').id
    accepted(await cloud.as('o-wang').call('people.revoke', { memberId }))
    expect(await mine()).toBe('FORBIDDEN')
  })

  it('ends for a helper at the door as soon as they are suspended', async () => {
    const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
    await cloud.restock(aNeighbourhood({ visits: [aVisit({ state: 'claimed', helper })] }))
    accepted(await cloud.as('o-volunteer').call('visits.arrive', { visitId: 'v-1' }))
    const membership = membershipId('quiet', 'volunteer', personOf('o-volunteer'))
    accepted(
      await cloud.as('o-supervisor').call('people.advance', { membershipId: membership, act: 'suspend' }),
    )
    const report = { visitId: 'v-1', outcome: 'well' }
    expect(codeOf(await cloud.as('o-volunteer').call('visits.report', report))).toBe('FORBIDDEN')
  })
})

describe('a deployment without keys', () => {
  const given = { FIELD_KEYS: process.env.FIELD_KEYS, DIGEST_KEYS: process.env.DIGEST_KEYS }
  const GOOD = `test:${Buffer.alloc(32, 'k').toString('base64')}`
  const load = (name: string, keys: Record<string, string>) => {
    Object.assign(process.env, { FIELD_KEYS: GOOD, DIGEST_KEYS: GOOD }, keys)
    jest.isolateModules(() => require(`../../cloudfunctions/${name}/index`))
  }
  afterEach(() => {
    for (const [name, value] of Object.entries(given)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })

  it.each([
    [{ FIELD_KEYS: '' }, 'FIELD_KEYS is missing or empty. See docs/keys.md.'],
    [{ DIGEST_KEYS: '' }, 'DIGEST_KEYS is missing or empty. See docs/keys.md.'],
    [{ FIELD_KEYS: 'test:c2hvcnQ=' }, 'FIELD_KEYS, entry 1, is 5 bytes long, not 32. See docs/keys.md.'],
  ])('does not load people with %p and says what is wrong', (keys, message) => {
    expect(() => load('people', keys)).toThrow(new Error(message))
  })

  it.each(['people', 'eligibility', 'supervision', 'visits', 'meals'])('loads %s with keys only', (name) => {
    expect(() => load(name, {})).not.toThrow()
    expect(() => load(name, { FIELD_KEYS: '', DIGEST_KEYS: '' })).toThrow('FIELD_KEYS is missing or empty')
  })
})
