import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Side, SideBySide } from '#types/people/likenesses'
import Pair from '@/packages/staff/pair'
import { rememberMe } from '@/services/person'
import { aMe, anOrder, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, refused } from '../network'

const aSide = (own: Partial<Side> = {}): Side => ({
  elderId: 'e-wang',
  state: 'active',
  name: '王秀英',
  sex: 'female',
  birthDate: '1944-03-05',
  age: 82,
  hasIdNumber: true,
  phone: '138****2222',
  building: '长江路 18 弄 2 号',
  stationName: '长江路社区养老驿站',
  isUnseen: false,
  isProven: true,
  hasOwnPhone: false,
  circle: 1,
  cannotStay: null,
  phoneAfter: 'none',
  registered: { at: now, name: '李敏', role: 'family', relation: 'daughter', channel: 'app' },
  orders: [],
  ...own,
})
const again = aSide({
  elderId: 'e-again',
  name: '王 秀英',
  phone: null,
  hasIdNumber: false,
  registered: { at: now, name: '王强', role: 'family', relation: 'son', channel: 'app' },
})
const aPair = (own: Partial<SideBySide> = {}): SideBySide => ({
  id: 'e-again_e-wang',
  state: 'found',
  signs: ['name', 'birthDate'],
  since: now,
  sides: [again, aSide()],
  isSameDoor: true,
  twice: [],
  staysId: null,
  decided: null,
  undoUntil: null,
  undoHours: 24,
  ...own,
})
const scrolledTo = jest.fn()
Element.prototype.scrollIntoView = scrolledTo // jsdom lays nothing out

const decided = { by: '张静', at: now }
const tomorrow = new Date(Date.parse(now) + 20 * 3_600_000).toISOString()
const joined = aPair({ state: 'joined', staysId: 'e-wang', decided, undoUntil: tomorrow })

const tap = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })))

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { pairId: 'e-again_e-wang' }
  rememberMe(aMe({ name: '张静', roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] }))
})

describe('two registrations side by side', () => {
  it('show what tells them apart: whose, where, by whom', async () => {
    cloudAnswers({ 'people.sideBySide': () => aPair() })
    render(<Pair />)
    expect(await screen.findByText('名字、出生日期一样。楼栋和门牌号都一样。')).toBeTruthy()
    expect(screen.getByText('王 秀英 · 82 岁')).toBeTruthy()
    expect(screen.getByText(/^后登记的一份：儿子王强.*登记的$/)).toBeTruthy()
    expect(screen.getByText(/^先登记的一份：女儿李敏.*登记的$/)).toBeTruthy()
    expect(screen.getByText('138****2222')).toBeTruthy()
  })

  it.each([
    [['name', 'building'], true, '名字一样。楼栋和门牌号都一样。'],
    [['name', 'building'], false, '名字一样。楼栋一样，门牌号不一样。'],
    [['name', 'birthDate'], false, '名字、出生日期一样。楼栋不一样。'],
  ] as const)('say once what is the same of %s', async (signs, isSameDoor, words) => {
    cloudAnswers({ 'people.sideBySide': () => aPair({ signs: [...signs], isSameDoor }) })
    render(<Pair />)
    expect(await screen.findByText(words)).toBeTruthy()
  })

  it('say whom nobody has seen, who has not agreed, and whose card nobody has looked at', async () => {
    const unseen = { ...again, isUnseen: true, state: 'pending' as const, hasIdNumber: true, isProven: false }
    cloudAnswers({ 'people.sideBySide': () => aPair({ sides: [unseen, aSide()] }) })
    render(<Pair />)
    expect(await screen.findByText('还没有人见过')).toBeTruthy()
    expect(screen.getByText('还没有同意')).toBeTruthy()
    expect(screen.getByText('记了，驿站还没有看过')).toBeTruthy()
    expect(screen.getByText('记了，驿站看过')).toBeTruthy()
  })

  it('are joined once the clerk has said which one stays, and can be parted again', async () => {
    const sent = cloudAnswers({
      'people.sideBySide': () => aPair(),
      'people.join': () => joined,
      'people.undoJoin': () => aPair({ decided }),
    })
    render(<Pair />)
    await screen.findByText('王 秀英 · 82 岁')
    await tap('是同一位')
    expect(screen.getByRole('dialog', { name: '以后用哪一份登记？' })).toBeTruthy()
    await tap('合成一份')
    expect(sent.find(({ name }) => name === 'people.join')?.input).toMatchObject({
      pairId: 'e-again_e-wang',
      staysId: 'e-wang',
    })
    expect(screen.getByText('已经合成一份。')).toBeTruthy()
    await tap('弄错了，分开')
    expect(screen.getByRole('button', { name: '是同一位' })).toBeTruthy()
  })

  it('let her choose the other one', async () => {
    const sent = cloudAnswers({ 'people.sideBySide': () => aPair(), 'people.join': () => joined })
    render(<Pair />)
    await screen.findByText('王 秀英 · 82 岁')
    await tap('是同一位')
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: /王 秀英/ })))
    await tap('合成一份')
    expect(sent.find(({ name }) => name === 'people.join')?.input).toMatchObject({ staysId: 'e-again' })
  })

  it('offer the one to which she has agreed alone, and first the one under which she was seen', async () => {
    const pending = aSide({ state: 'pending', cannotStay: 'notAgreed' })
    cloudAnswers({ 'people.sideBySide': () => aPair({ sides: [again, pending] }) })
    const { unmount } = render(<Pair />)
    await screen.findByText('王 秀英 · 82 岁')
    await tap('是同一位')
    expect(screen.getAllByRole('radio').map((one) => one.textContent)).toEqual([
      expect.stringContaining('王 秀英'),
    ])
    expect(screen.getByText('另一份登记老人还没有同意，留不了。')).toBeTruthy()
    unmount()
    const unseen = aSide({ isUnseen: true, hasOwnPhone: true, phoneAfter: 'ownLent' })
    const sent = cloudAnswers({
      'people.sideBySide': () => aPair({ sides: [again, unseen] }),
      'people.join': () => joined,
    })
    render(<Pair />)
    await screen.findByText('王 秀英 · 82 岁')
    await tap('是同一位')
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: /女儿李敏/ })))
    expect(screen.getByText(/还没有人见过这一份登记的手机是谁在用/)).toBeTruthy()
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: /儿子王强/ })))
    await tap('合成一份')
    expect(sent.find(({ name }) => name === 'people.join')?.input).toMatchObject({ staysId: 'e-again' })
  })

  it.each([
    ['own', false, '老人自己的手机不变。'],
    [
      'own',
      true,
      '两份登记各有一部手机：以后用这一份的手机办事。另一份登记的手机，以后能看以前的记录、能请人上门，不能订餐。',
    ],
    [
      'ownLent',
      true,
      '还没有人见过这一份登记的手机是谁在用：24 小时以内它只能订餐、请人上门，过了才能办别的。另一份登记的手机，以后能看以前的记录、能请人上门，不能订餐。',
    ],
    [
      'lent',
      true,
      '另一份登记用的手机，以后就是老人自己的手机：24 小时以内能订餐，请人上门去的是那一份里的住址，过了才能办别的。',
    ],
    ['relatives', true, '另一份登记用的手机是家人的，不会变成老人自己的手机。'],
  ] as const)(
    'say what becomes of their phones: %s, beside another one: %s',
    async (phoneAfter, hasOwnPhone, words) => {
      const sides = [{ ...again, hasOwnPhone }, aSide({ phoneAfter })]
      cloudAnswers({ 'people.sideBySide': () => aPair({ sides }) })
      render(<Pair />)
      await screen.findByText('王 秀英 · 82 岁')
      await tap('是同一位')
      expect(screen.getByText(words)).toBeTruthy()
    },
  )

  it('are not joined where both were joined to others', async () => {
    const sides = [again, aSide()].map((side) => ({ ...side, cannotStay: 'joined' as const }))
    cloudAnswers({ 'people.sideBySide': () => aPair({ sides }) })
    render(<Pair />)
    await screen.findByText('王 秀英 · 82 岁')
    await tap('是同一位')
    expect(screen.getByText('这两份登记都和别的登记合过了，不能再合成一份。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '合成一份' })).toBeNull()
  })

  it('say why they were not joined, and stay', async () => {
    cloudAnswers({
      'people.sideBySide': () => aPair(),
      'people.join': () => {
        throw refused('MEALS_TWICE')
      },
    })
    render(<Pair />)
    await screen.findByText('王 秀英 · 82 岁')
    await tap('是同一位')
    await tap('合成一份')
    expect(screen.getByText(/两份登记里各订了一份/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '合成一份' })).toBeTruthy()
  })

  it('are two persons when she says so', async () => {
    const sent = cloudAnswers({
      'people.sideBySide': () => aPair(),
      'people.setApart': () => aPair({ state: 'different', decided }),
    })
    render(<Pair />)
    await screen.findByText('王 秀英 · 82 岁')
    await tap('不是同一位')
    expect(sent.some(({ name }) => name === 'people.setApart')).toBe(false)
    expect(screen.getByRole('dialog', { name: '真的不是同一位老人吗？' })).toBeTruthy()
    await tap('不是同一位，记下来')
    expect(sent.at(-1)?.input).toMatchObject({ pairId: 'e-again_e-wang' })
    expect(screen.getByText('记下了：不是同一位。以后不会再问。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /分开|收回/ })).toBeNull()
  })

  it('can be asked about again for a while, and what was said stands where she looks', async () => {
    cloudAnswers({
      'people.sideBySide': () => aPair(),
      'people.setApart': () => aPair({ state: 'different', decided, undoUntil: tomorrow }),
      'people.undoJoin': () => aPair({ decided }),
    })
    render(<Pair />)
    await screen.findByText('王 秀英 · 82 岁')
    await tap('不是同一位')
    await tap('不是同一位，记下来')
    expect(screen.getByText('记下了：不是同一位。')).toBeTruthy()
    const [said] = scrolledTo.mock.contexts
    expect(said).toHaveProperty('textContent', expect.stringContaining('记下了'))
    await tap('弄错了，收回')
    expect(screen.getByRole('button', { name: '是同一位' })).toBeTruthy()
  })

  it('offer no way back once its time is over', async () => {
    cloudAnswers({ 'people.sideBySide': () => ({ ...joined, undoUntil: null }) })
    render(<Pair />)
    expect(await screen.findByText('已经合成一份。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '弄错了，分开' })).toBeNull()
  })
})

describe('a meal for both', () => {
  const booked = (own: object) => ({
    orderId: 'o-1',
    elderId: 'e-wang',
    state: 'placed' as const,
    stationName: '长江路社区养老驿站',
    setName: '红烧鱼套餐',
    canCancel: true,
    ...own,
  })
  const other = booked({ orderId: 'o-2', elderId: 'e-again', stationName: '二号驿站', canCancel: false })
  const twice = [{ date: '2026-11-22', slot: 'lunch' as const, orders: [booked({}), other] }]

  it('is decided first: one is cancelled by the clerk, and nothing by itself', async () => {
    let isCancelled = false
    const sent = cloudAnswers({
      'people.sideBySide': () => aPair(isCancelled ? {} : { twice }),
      'meals.cancel': () => {
        isCancelled = true
        return anOrder()
      },
    })
    render(<Pair />)
    expect(await screen.findByText(/先取消其中一份，才能合成一份/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '是同一位' })).toBeNull()
    expect(screen.getByText(/请给二号驿站打电话/)).toBeTruthy()
    expect(screen.getByText('11月22日午餐 · 红烧鱼套餐 · 二号驿站')).toBeTruthy()
    expect(screen.getByText(/^订在后登记的一份（王 秀英，儿子王强.*登记的）里$/)).toBeTruthy()
    await tap(/^取消先登记的一份.*里11月22日午餐的红烧鱼套餐$/)
    expect(sent.find(({ name }) => name === 'meals.cancel')?.input).toMatchObject({ orderId: 'o-1' })
    expect(await screen.findByRole('button', { name: '是同一位' })).toBeTruthy()
  })
})
