import type { FoundElder } from '../../../types/people/found'
import type { LogLine } from '../../../types/people/privacy'
import { aMember, anAccount, anElder, anElderAccount, membershipsOf, NOW } from '../../domain/builders'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

const TAIL = '3606'
const others = { stationId: 'st-two', stationName: '二号驿站', townId: 't-west', phoneTail: TAIL }
const lan = anElder({ ...others, id: 'e-lan', name: '兰桂芳', openid: 'o-lan', code: '34567890' })
const namesake = anElder({ ...others, id: 'e-namesake', name: '兰桂芳', phoneTail: '9999' })
const spelt = anElder({ ...others, id: 'e-spelt', name: '王 英' })
const dotted = anElder({ ...others, id: 'e-dotted', name: '买买提·艾力' })
const latin = anElder({ ...others, id: 'e-latin', name: 'John Smith' })
const atTwo = [aMember('o-two', 'clerk', 'st-one'), aMember('o-two', 'manager', 'st-two')]
const accounts = [
  ...(aNeighbourhood().accounts ?? []),
  anElderAccount('o-lan', lan),
  anAccount({ id: 'o-two', memberships: atTwo.flatMap(({ memberships }) => memberships) }),
]
const street = aNeighbourhood({
  elders: [wang, chen, lan, namesake, spelt, dotted, latin],
  cards: [wang, lan].map(({ id, district, code }) => ({ id: code, district, elderId: id })),
  accounts,
  memberships: membershipsOf(accounts),
})

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(street))
afterAll(() => cloud.close())

const find = async (text: string, openid = 'o-clerk') =>
  accepted<{ elders: FoundElder[] }>(
    await cloud.as(openid).call('people.find', { stationId: 'st-one', text }),
  ).elders.map(({ id }) => id)
/** Of whom it was written down that somebody looked. */
const looked = async () => (await cloud.stored('auditLog')).map(({ elderId }) => elderId)

describe('an elder of another station', () => {
  it.each([
    '兰',
    '兰桂芳',
    '兰桂',
    TAIL,
    '000-00003606',
    `兰 ${TAIL}`,
    `兰桂 ${TAIL}`,
    '兰桂芳 0001',
    `桂芳 ${TAIL}`,
    'languifang',
    'lgf',
    '兰gf',
    `languifang ${TAIL}`,
    `lgf${TAIL}`,
    `兰guifang ${TAIL}`,
  ])('is not found by %j', async (text) => {
    expect(await find(text)).toEqual([])
    expect(await looked()).toEqual([])
  })

  it('is not found by her whole number alone', async () => {
    const phone = '13800003606'
    const elder = {
      name: '钱桂芳',
      birthDate: '1950-02-03',
      sex: 'female',
      building: '某处',
      living: 'alone',
      phone,
    }
    const paper = { how: 'paper', form: '2026-017', witness: '李站长' }
    const agreed = [{ purpose: 'service', version: 'service-2026-11' }]
    const input = { stationId: 'st-two', elder, agreed, paper, channel: 'counter' }
    const { elderId } = accepted<{ elderId: string }>(
      await cloud.as('o-other-clerk').call('people.registerAt', input),
    )
    expect(await find(phone)).toEqual([])
    expect(await find('钱桂芳 3606')).toEqual([elderId])
    expect(await find(phone, 'o-two')).toEqual([elderId])
  })

  it.each([
    ['兰桂芳 3606', 'e-lan'],
    ['兰桂芳3606', 'e-lan'],
    ['兰 桂 芳 ３６０６', 'e-lan'],
    ['3606 兰桂芳', 'e-lan'],
    ['兰桂芳，3606', 'e-lan'],
    ['王英3606', 'e-spelt'],
    ['王　英 3606', 'e-spelt'],
    ['买买提艾力 3606', 'e-dotted'],
    ['买买提.艾力3606', 'e-dotted'],
    ['JOHN SMITH 3606', 'e-latin'],
    ['john·smith3606', 'e-latin'],
    [lan.code, 'e-lan'],
    ['3456 7890', 'e-lan'],
    ['３４５６－７８９０', 'e-lan'],
    ['3456−7890', 'e-lan'],
    ['3456.7890', 'e-lan'],
    ['3456_7890', 'e-lan'],
    ['3456．7890', 'e-lan'],
  ])('is found by %j', async (text, id) => {
    expect(await find(text)).toEqual([id])
    expect(await looked()).toEqual([id])
  })

  it('reads in her log that she was found, once a day for each who found her', async () => {
    await find(`兰桂芳${TAIL}`)
    await find(`3606 兰桂芳`)
    await find(lan.code)
    const log = async () =>
      accepted<LogLine[]>(await cloud.as('o-lan').call('people.log', { elderId: 'e-lan' }))
    expect(await log()).toMatchObject([{ action: 'people.find', role: 'clerk', about: null, reason: null }])
    await find(lan.code, 'o-manager')
    expect(await log()).toHaveLength(2)
    cloud.emulator.clock.set(new Date(NOW.getTime() + 86_400_000))
    await find(lan.code)
    expect(await log()).toHaveLength(3)
  })
})

describe('an elder of a station of the caller', () => {
  it.each(['王秀', 'wangxiuying', 'wxy', '0001', '王秀英 0001', wang.code])(
    'is found by %j, and nothing is written down',
    async (text) => {
      expect(await find(text)).toEqual(['e-wang'])
      expect(await looked()).toEqual([])
    },
  )

  it('may be of any where they are clerk or manager today', async () => {
    expect((await find('兰', 'o-two')).sort()).toEqual(['e-lan', 'e-namesake'])
    expect(await looked()).toEqual([])
  })
})

it('reads on, page after page, past those of other stations', async () => {
  const elders = Array.from({ length: 90 }, (_, nth) =>
    anElder({ id: `e-${nth}`, name: '王秀英', ...(nth % 2 === 1 && others) }),
  )
  await cloud.restock(aNeighbourhood({ elders }))
  const ids: string[] = []
  for (let after: string | null = null; ; ) {
    const input: object = { stationId: 'st-one', text: '王', ...(after !== null && { after }) }
    const page: { elders: FoundElder[]; next: string | null } = accepted(
      await cloud.as('o-clerk').call('people.find', input),
    )
    ids.push(...page.elders.map(({ id }) => id))
    after = page.next
    if (after === null) break
  }
  expect(ids.sort()).toEqual(elders.flatMap(({ id }, nth) => (nth % 2 === 0 ? [id] : [])).sort())
})

describe('an elder whom somebody has seen', () => {
  const record = ({ id }: { id: string }) => ({ id })
  /** Thirty registrations of her name that nobody has seen, all of them first in the order of ids. */
  const strangers = Array.from({ length: 30 }, (_, nth) =>
    anElder({ id: `e-a${String(nth).padStart(2, '0')}`, name: '王秀英', seen: null }),
  )
  const seenBefore = anElder({ id: 'e-z', name: '王秀英', seen: { at: NOW.toISOString(), how: 'card' } })
  const scene = aNeighbourhood({ elders: [...strangers, seenBefore, wang, chen] })
  const page = async (text: string, after?: string | null) =>
    accepted<{ elders: FoundElder[]; next: string | null }>(
      await cloud.as('o-clerk').call('people.find', { stationId: 'st-one', text, ...(after && { after }) }),
    )

  it.each(['王秀英', '王', 'wxy'])(
    'comes before all whom nobody has, found by %j, and these are marked, page after page',
    async (text) => {
      await cloud.restock(scene)
      const first = await page(text)
      expect(first.elders.slice(0, 3).map(({ id, isUnseen }) => [id, isUnseen])).toEqual([
        ['e-wang', false],
        ['e-z', false],
        ['e-a00', true],
      ])
      const rest = await page(text, first.next)
      expect(rest.next).toBeNull()
      const all = [...first.elders, ...rest.elders]
      expect(all.map(record)).toEqual([wang, seenBefore, ...strangers].map(record))
    },
  )

  it('is not lost where a page of them is just full', async () => {
    const seen = Array.from({ length: 20 }, (_, nth) =>
      anElder({ id: `e-b${String(nth).padStart(2, '0')}`, name: '王秀英' }),
    )
    const [first = wang, second = wang] = strangers
    await cloud.restock(aNeighbourhood({ elders: [first, second, ...seen] }))
    const full = await page('王秀英')
    expect(full.elders.map(record)).toEqual(seen.map(record))
    expect((await page('王秀英', full.next)).elders.map(record)).toEqual([first, second].map(record))
  })
})
