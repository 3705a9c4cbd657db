import texts from '../../../cloudfunctions/_policies/consents.json'
import type { ElderFile, Registered } from '../../../types/people/elders'
import type { FoundElder } from '../../../types/people/found'
import { idNumberOf } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

const agreed = texts.texts
  .filter(({ purpose }) => purpose === 'service')
  .map(({ purpose, version }) => ({ purpose, version }))
const atCounter = {
  stationId: 'st-one',
  agreed,
  paper: { how: 'paper', form: '2026-017', witness: '李站长' },
  channel: 'counter',
}
const zhao = {
  name: '赵桂芳',
  birthDate: '1950-02-03',
  sex: 'female',
  building: '长江路 20 弄 1 号',
  living: 'couple',
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const clerk = (action: string, input: object) => cloud.as('o-clerk').call(`people.${action}`, input)
const registered = async (own: object) =>
  accepted<Registered>(await clerk('registerAt', { ...atCounter, elder: { ...zhao, ...own } })).elderId
const opened = async (elderId: string, field: string) =>
  accepted<ElderFile>(await clerk('reveal', { elderId, field, reason: '核对' }))
const found = async (text: string) =>
  accepted<{ elders: FoundElder[] }>(await clerk('find', { stationId: 'st-one', text })).elders.map(
    ({ id }) => id,
  )

describe('a telephone number', () => {
  it.each([
    ['\u202d+86 138 0000 7654\u202c', '13800007654', '138****7654', '7654'],
    ['１３８－００００－７６５４', '13800007654', '138****7654', '7654'],
    ['（0551）651 7654', '0551-6517654', '********7654', '7654'],
    ['0551-6517654转801', '0551-6517654转801', '********7654转***', '7654'],
  ])('%s is kept in one form, and known by its last four digits', async (typed, kept, masked, phoneTail) => {
    const id = await registered({ phone: typed })
    expect(await cloud.one('elders', id)).toMatchObject({ phone: { masked }, phoneTail })
    expect(JSON.stringify(await opened(id, 'phone'))).toContain(kept)
  })

  it.each(['12345678901', '12345', '+852 6123 4567', '6512345', '一三八'])(
    '%s is no elder’s',
    async (phone) => {
      expect(codeOf(await clerk('registerAt', { ...atCounter, elder: { ...zhao, phone } }))).toBe('BAD_INPUT')
      expect(await found(zhao.name)).toEqual([])
    },
  )

  it.each([
    ['+852 6123 4567', '+85261234567'],
    ['400 123 4567', '400-123-4567'],
    ['12349', '12349'],
    ['0551-6512345转801', '0551-6512345转801'],
  ])('of a contact may be %s', async (phone, kept) => {
    const id = await registered({ contacts: [{ name: '赵明', relation: 'son', phone }] })
    expect(JSON.stringify(await opened(id, 'contacts'))).toContain(kept)
  })

  it('finds her in any spelling, and nobody else whose number ends alike', async () => {
    const one = await registered({ phone: '138 0000 7654' })
    const other = await registered({ name: '钱桂芳', phone: '0551-6517654转801' })
    for (const text of ['13800007654', '+86 138-0000-7654', '１３８００００７６５４', '\u200e138 0000 7654'])
      expect(await found(text)).toEqual([one])
    for (const text of ['0551-6517654转801', '05516517654 转 801']) expect(await found(text)).toEqual([other])
    expect((await found('7654')).sort()).toEqual([one, other].sort())
    expect(await found('13900007654')).toEqual([])
  })
})

describe('a name with a dot', () => {
  const dots = ['·', '•', '‧', '・', '.', ' . ', '．']
  const named = (dot: string) => `买买提${dot}艾力`

  it.each(dots)(
    'typed with %j is one name: kept, found, and known when she is registered again',
    async (dot) => {
      const id = await registered({ name: named(dot) })
      expect(await cloud.one('elders', id)).toMatchObject({ name: '买买提·艾力', state: 'active' })
      for (const other of dots) expect(await found(named(other))).toEqual([id])
      const again = await clerk('registerAt', {
        ...atCounter,
        elder: { ...zhao, name: named('•'), room: '101 室' },
      })
      expect(again).toMatchObject({ code: 'MAYBE_REGISTERED', detail: { elderIds: [id] } })
    },
  )

  it('is that of whoever asks her by her id number', async () => {
    const idNumber = idNumberOf('1950-02-03', 'female')
    await registered({ name: named('·'), idNumber })
    const wish = { relation: 'son', scopes: ['view'], name: '艾力' }
    for (const dot of dots) {
      const by = { idNumber, elderName: named(dot) }
      accepted(await cloud.as('o-new').call('people.ask', { ...wish, by }))
    }
    const by = { idNumber, elderName: '买买提艾力江' }
    expect(codeOf(await cloud.as('o-new').call('people.ask', { ...wish, by }))).toBe('NOT_FOUND_BY_THIS')
  })
})

describe('a name with a space in it', () => {
  const spaced = ['王英', '王 英', '王\u3000英']

  it.each(spaced)(
    'typed as %j is one person: found, and known when she is registered again',
    async (name) => {
      const id = await registered({ name })
      for (const other of spaced) {
        expect(await found(other)).toEqual([id])
        const again = await clerk('registerAt', {
          ...atCounter,
          elder: { ...zhao, name: other, room: '101 室' },
        })
        expect(again).toMatchObject({ code: 'MAYBE_REGISTERED', detail: { elderIds: [id] } })
      }
      expect(await found('王英子')).toEqual([])
    },
  )

  it('is that of whoever asks her by her id number', async () => {
    const idNumber = idNumberOf('1950-02-03', 'female')
    await registered({ name: '王 英', idNumber })
    const wish = { relation: 'son', scopes: ['view'], name: '王强' }
    for (const elderName of spaced)
      accepted(await cloud.as('o-new').call('people.ask', { ...wish, by: { idNumber, elderName } }))
    const by = { idNumber, elderName: '王英子' }
    expect(codeOf(await cloud.as('o-new').call('people.ask', { ...wish, by }))).toBe('NOT_FOUND_BY_THIS')
  })

  it('is found in capitals and small letters alike', async () => {
    const id = await registered({ name: 'John Smith' })
    for (const text of ['john smith', 'JOHN', 'John·Smith']) expect(await found(text)).toEqual([id])
    expect(await found('johnsmith')).toEqual([])
  })

  it('keeps the number of a contact who is written differently now', async () => {
    const id = await registered({ contacts: [{ name: '赵 明', relation: 'son', phone: '13812345678' }] })
    const contacts = [{ name: '赵明', relation: 'son', phone: null }]
    accepted(await clerk('correct', { elderId: id, changes: { contacts }, channel: 'counter' }))
    expect(await opened(id, 'contacts')).toEqual({ values: [{ name: '赵明', value: '13812345678' }] })
  })
})

describe('what is no name', () => {
  it.each(['·', '.', '-', '《》', '13812345678', '2', '😀', '\u0301'])(
    '%j is refused, and named',
    async (name) => {
      const reply = await clerk('registerAt', { ...atCounter, elder: { ...zhao, name } })
      expect(reply).toMatchObject({ code: 'BAD_INPUT', detail: { fields: ['elder.name'] } })
      const asked = { by: { code: '12345678' }, relation: 'son', scopes: ['view'], name }
      expect(await cloud.as('o-new').call('people.ask', asked)).toMatchObject({
        code: 'BAD_INPUT',
        detail: { fields: ['name'] },
      })
    },
  )
})
