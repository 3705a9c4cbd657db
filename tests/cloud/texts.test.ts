import fc from 'fast-check'
import { shownTexts } from '../../cloudfunctions/_domain/base/shown-texts'
import type { Action } from '../../types/contract'
import { everyAction } from '../every-action'
import { aDirtyText, UNREADABLE } from '../unseen'
import { aCloud, accepted, type TestCloud } from './a-cloud'
import { afterTheFirst, policyText, withoutNews, writingCalls } from './writing-actions'

const SEED = 20261129

/** As much of a schema's inside as is needed to reach its texts. */
interface Def {
  type: string
  shape?: Record<string, Schema>
  element?: Schema
  innerType?: Schema
  keyType?: Schema
  valueType?: Schema
  options?: readonly Schema[]
}
interface Schema {
  _zod: { def: unknown }
  safeParse(value: unknown): { success: boolean; data?: unknown }
}

/** Every text in a schema, with where it stands. */
function textsOf(schema: Schema, path: string): [path: string, text: Schema][] {
  const def = schema._zod.def as Def // zod's definitions differ by type; what we read of them is optional
  if (def.type === 'string') return [[path, schema]]
  const inner: [string, Schema | undefined][] = [
    ...Object.entries(def.shape ?? {}).map(([key, one]): [string, Schema] => [`${path}.${key}`, one]),
    ...(def.options ?? []).map((one): [string, Schema] => [path, one]),
    [path, def.element],
    [path, def.innerType],
    [`${path}[key]`, def.keyType],
    [`${path}[value]`, def.valueType],
  ]
  return inner.flatMap(([at, one]) => (one ? textsOf(one, at) : []))
}

/** What no person typed, and nobody else reads as it came. */
const nobodysWords = [
  'people.copy.after', // where the next page begins, as the cloud said
  'people.phone.code', // from WeChat's own button
  'eligibility.readPolicy.text',
  'eligibility.savePolicy.text', // a document, of which every word that is shown is read by its own schema
]
const texts = everyAction
  .flatMap(([name, { input }]) => textsOf(input as unknown as Schema, name))
  .filter(([path]) => !nobodysWords.includes(path))
/** Each kind of text once, named by the first place where it stands. */
const kinds = [...new Map(texts.map(([path, text]) => [text, path] as const).reverse())].map(
  ([text, path]): [string, Schema] => [path, text],
)

describe('what a person typed', () => {
  it('stands in many places, all of them reached', () => {
    const paths = texts.map(([path]) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'people.accept.name',
        'people.ask.words',
        'people.ask.by.elderName',
        'people.registerSelf.elder.contacts.name',
        'people.correct.changes.allergies',
        'people.verify.categories.evidence',
        'people.verify.ability.assessor',
        'people.certify.certificate.issuer',
        'people.inviteStaff.note',
        'eligibility.apply.documents.label',
        'visits.report.note',
        'visits.close.done',
        'supervision.sample.seed',
      ]),
    )
  })

  it.each(kinds)(
    'holds nothing in %s, and wherever else the same is asked, that its readers do not see',
    (_path, text) => {
      fc.assert(
        fc.property(aDirtyText, (typed) => {
          const parsed = text.safeParse(typed)
          if (parsed.success) expect(String(parsed.data).replace(/\n/g, '')).not.toMatch(UNREADABLE)
        }),
        { numRuns: 300, seed: SEED },
      )
    },
  )
})

type Path = readonly string[]

/** Where the texts of an input stand; a number is nobody's words. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return /^[\dX -]+$/.test(value) ? [] : [path]
  return value instanceof Object
    ? Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
    : []
}

/** The input, with one of its texts written so that nobody sees a difference. */
function withTyped(value: unknown, [name, ...rest]: Path, typed: string): unknown {
  if (name === undefined) return [typed, ...String(value), typed].join(typed)
  const inner = Object.entries(value as object).map(([key, one]) => [
    key,
    key === name ? withTyped(one, rest, typed) : one,
  ])
  return Array.isArray(value) ? inner.map(([, one]) => one) : Object.fromEntries(inner)
}

/** The input, with every text in it written like that which a person may choose. */
function dirtied({ input: schema }: Action, input: object, typed: string): object {
  return leavesOf(input).reduce((made: object, path) => {
    const next = withTyped(made, path, typed) as object
    return schema.safeParse(next).success ? next : made
  }, input)
}

describe('what is shown to others', () => {
  const showing = writingCalls.flatMap((call) => {
    const action = everyAction.find(([name]) => name === call.name)?.[1]
    const shown = action?.shown ?? []
    return action && shownTexts(call.input, shown).length > 0 ? [{ ...call, action, shown }] : []
  })
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await aCloud()
  })
  afterAll(() => cloud.close())

  it.each(showing)(
    'is the same to $name as it is seen',
    async ({ name, openid, input, scene, action, shown }) => {
      const afterCall = async (sent: object) => {
        await cloud.restock(scene)
        const reply = accepted(await cloud.as(openid).call(name, sent))
        return withoutNews({ reply, stored: cloud.state({ uploads: ['traceId'] }) })
      }
      const plain = await afterCall(input)
      for (const typed of ['\u200b', '\u202e', '\u3164', '\u{e0041}', '\u0007']) {
        const dirty = dirtied(action, input, typed)
        expect(shownTexts(dirty, shown).join('')).toContain(typed)
        expect(await afterCall(dirty)).toEqual(plain)
      }
    },
  )

  it('is read in a policy as it is seen', async () => {
    await cloud.restock(writingCalls[0]?.scene ?? {})
    const text = policyText('2027-01-01').replace('"name":"', '"name":"\u202e\u200b')
    const reply = await cloud
      .as('o-supervisor')
      .call('eligibility.savePolicy', { district: 'quiet', text, between: afterTheFirst })
    expect(reply).toMatchObject({ ok: true })
    expect(JSON.stringify(cloud.state())).not.toMatch(UNREADABLE)
  })
})
