import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { CircleMember, Circle as CircleOf } from '#types/people/circle'
import Circle from '@/packages/family/circle'
import { CallError } from '@/services/cloud'
import { rememberMe } from '@/services/person'
import { aGuest, aMe, anElder, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork } from '../network'

const aMember = (over: Partial<CircleMember> = {}): CircleMember => ({
  id: 'e-wang_o-li-min',
  name: '李敏',
  relation: 'daughter',
  state: 'granted',
  scopes: ['view', 'order'],
  words: null,
  since: now,
  granted: { by: '王秀英', capacity: 'elder', how: 'app', witness: null, at: '2026-11-20T02:00:00.000Z' },
  ...over,
})

const anAsk = (over: Partial<CircleMember> = {}): CircleMember =>
  aMember({ state: 'asked', granted: null, words: '妈，我帮您订餐', ...over })

const aCircle = (members: CircleMember[], over: Partial<CircleOf> = {}): CircleOf => ({
  elderId: 'e-wang',
  members,
  invitations: [],
  next: null,
  waiting: 0,
  ...over,
})

const show = () => act(async () => void render(<Circle />))
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aMe())
})

describe('the care circle', () => {
  it('asks the elder first, and lets her take away before she agrees', async () => {
    const sent = cloudAnswers({
      'people.circle': () => aCircle([anAsk()]),
      'people.grant': () => aCircle([aMember({ scopes: ['view'] })]),
      'people.me': () => aMe(),
    })
    await show()
    expect(screen.getByText('李敏（女儿）想帮您办事')).toBeTruthy()
    expect(screen.getByText(/妈，我帮您订餐/)).toBeTruthy()
    expect(screen.getAllByRole('checkbox')).toHaveLength(2)
    fireEvent.click(screen.getByRole('checkbox', { name: /替您订餐/ }))
    await tap('同意李敏')
    expect(sent[1]?.input).toMatchObject({ memberId: 'e-wang_o-li-min', scopes: ['view'] })
    expect(screen.getByText('11月20日 您在手机上同意的')).toBeTruthy()
    expect(sent.map(({ name }) => name)).toContain('people.me')
  })

  it('takes a no', async () => {
    const sent = cloudAnswers({
      'people.circle': () => aCircle([anAsk()]),
      'people.decline': () => aCircle([anAsk({ state: 'declined' })]),
      'people.me': () => aMe(),
    })
    await show()
    await tap('不同意李敏')
    expect(sent[1]).toMatchObject({ name: 'people.decline', input: { memberId: 'e-wang_o-li-min' } })
    expect(screen.getByText('来问过，没有同意')).toBeTruthy()
  })

  it('counts all who ask, and leads on to those who came later', async () => {
    const sent = cloudAnswers({
      'people.circle': ({ after }) =>
        after === undefined
          ? aCircle([anAsk({ id: 'first', name: '赵小丽' })], { waiting: 2, next: 'page-2' })
          : aCircle([anAsk()], { waiting: 2 }),
    })
    await show()
    expect(screen.getByText('等您答应，一共 2 个')).toBeTruthy()
    expect(screen.queryByText('李敏（女儿）想帮您办事')).toBeNull()
    await tap('再看后面来问的人')
    expect(sent[1]?.input).toEqual({ elderId: 'e-wang', after: 'page-2' })
    expect(screen.getByText('赵小丽（女儿）想帮您办事')).toBeTruthy()
    expect(screen.getByText('李敏（女儿）想帮您办事')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '再看后面来问的人' })).toBeNull()
  })

  it('says no to all the rest at once, after asking once, part by part', async () => {
    const strangers = Array.from({ length: 3 }, (_, nth) => anAsk({ id: `s-${nth}`, name: '赵小丽' }))
    let left = 25
    const sent = cloudAnswers({
      'people.circle': () => aCircle([anAsk(), ...strangers], { waiting: 26, strangers: left }),
      'people.declineRest': () => {
        left = Math.max(0, left - 10)
        return aCircle([anAsk()], { waiting: left + 1, ...(left > 0 && { strangers: left }) })
      },
      'people.me': () => aMe(),
    })
    await show()
    await tap('不认识的，一起不同意')
    expect(sent.map(({ name }) => name)).not.toContain('people.declineRest')
    expect(screen.getByText('这 25 个人都不同意吗？')).toBeTruthy()
    await tap('25 个都不同意')
    const calls = sent.filter(({ name }) => name === 'people.declineRest')
    expect(calls).toHaveLength(3)
    expect(new Set(calls.map(({ input }) => input.until)).size).toBe(1)
    expect(screen.getByText('李敏（女儿）想帮您办事')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '不认识的，一起不同意' })).toBeNull()
  })

  it('says how far it came where the rest could not be told no', async () => {
    let calls = 0
    cloudAnswers({
      'people.circle': () => aCircle([anAsk()], { waiting: 26, strangers: 25 }),
      'people.declineRest': () => {
        calls++
        if (calls === 2) throw noNetwork()
        return aCircle([anAsk()], { waiting: 16, strangers: 15 })
      },
      'people.me': () => aMe(),
    })
    await show()
    await tap('不认识的，一起不同意')
    await tap('25 个都不同意')
    expect(screen.getByText('这 15 个人都不同意吗？')).toBeTruthy()
    expect(within(screen.getByRole('dialog')).getByText(/手机没有连上网/)).toBeTruthy()
  })

  it('does not let her agree to nothing, nor make a guardian by a tap', async () => {
    cloudAnswers({
      'people.circle': () =>
        aCircle([anAsk({ scopes: ['view'] }), anAsk({ id: 'g', name: '周明', relation: 'guardian' })]),
    })
    await show()
    fireEvent.click(screen.getByRole('checkbox', { name: /看看订了什么/ }))
    expect(screen.getByRole('button', { name: '要同意，至少留一样' })).toBeTruthy()
    expect(screen.getByText(/监护人要到驿站/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '同意周明' })).toBeNull()
  })

  it('says that one who asks goes by the name of one who may act already', async () => {
    const again = anAsk({ id: 'second', since: '2026-11-21T05:00:00.000Z' })
    cloudAnswers({ 'people.circle': () => aCircle([again, aMember()]) })
    await show()
    expect(screen.getByText('今天 13:00 来问的')).toBeTruthy()
    expect(screen.getByText(/已经有一位李敏（女儿）能办了，这一位不一定是同一个人/)).toBeTruthy()
  })

  it('says how many ask under one name, and nothing where they are told apart', async () => {
    const asks = ['李敏', '李 敏', '李敏'].map((name, i) => anAsk({ id: `ask-${i}`, name }))
    cloudAnswers({
      'people.circle': () => aCircle([...asks, anAsk({ id: 'son', relation: 'son', name: '李强' })]),
    })
    await show()
    expect(screen.getAllByText(/有 3 个人都说是李 ?敏（女儿）/)).toHaveLength(3)
    expect(screen.queryByText(/都说是李强/)).toBeNull()
  })

  it('stops somebody after one question that says what ends', async () => {
    const answers = { stopped: false }
    const sent = cloudAnswers({
      'people.circle': () => aCircle([aMember(answers.stopped ? { state: 'revoked' } : {})]),
      'people.revoke': () => {
        answers.stopped = true
        return { memberId: 'e-wang_o-li-min', state: 'revoked' }
      },
    })
    await show()
    await tap('不再让李敏办')
    expect(screen.getByRole('dialog').textContent).toContain('从现在起，李敏不能再看您订了什么')
    expect(sent).toHaveLength(1)
    await tap('确定')
    expect(sent[1]).toMatchObject({ name: 'people.revoke', input: { memberId: 'e-wang_o-li-min' } })
    expect(screen.getByText('以前办过，不再让办了')).toBeTruthy()
  })

  it('offers nothing for one who went of their own accord, and says how they would come back', async () => {
    cloudAnswers({ 'people.circle': () => aCircle([aMember({ state: 'revoked', hasLeft: true })]) })
    await show()
    expect(screen.getByText('自己不再办的人')).toBeTruthy()
    expect(screen.getByText(/在自己手机上再请求一次/)).toBeTruthy()
    expect(screen.queryByText('以前办过，不再让办了')).toBeNull()
    expect(screen.queryByRole('button', { name: /李敏/ })).toBeNull()
  })

  it('says to her who would let them in from an old screen that they ask no more', async () => {
    const detail = { state: 'revoked', hasLeft: true }
    cloudAnswers({
      'people.circle': () => aCircle([anAsk()]),
      'people.grant': () => {
        throw new CallError('WRONG_STATE', detail)
      },
    })
    await show()
    await tap('同意李敏')
    expect(screen.getByText(/自己收回了，现在不再请求代办/)).toBeTruthy()
  })

  it('keeps the question open, with the reason, when it could not be said', async () => {
    cloudAnswers({
      'people.circle': () => aCircle([aMember()]),
      'people.revoke': () => {
        throw noNetwork()
      },
    })
    await show()
    await tap('不再让李敏办')
    await tap('确定')
    expect(within(screen.getByRole('dialog')).getByText(/没有连上网/)).toBeTruthy()
    await tap('还是留着')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('changes what somebody may do', async () => {
    const sent = cloudAnswers({
      'people.circle': () => aCircle([aMember()]),
      'people.grant': () => aCircle([aMember({ scopes: ['view', 'order', 'health'] })]),
      'people.me': () => aMe(),
    })
    await show()
    await tap(/改一改能办什么/)
    fireEvent.click(screen.getByRole('checkbox', { name: /忌口/ }))
    await tap('就这样')
    expect(sent[1]?.input.scopes).toEqual(['view', 'order', 'health'])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText(/知道忌口/)).toBeTruthy()
  })

  it('makes a code in large digits for a son, never for a guardian', async () => {
    const sent = cloudAnswers({
      'people.circle': () => aCircle([]),
      'people.invite': () => ({ code: '12345678', expiresAt: '2026-11-22T06:20:00.000Z' }),
    })
    await show()
    expect(screen.getByText('现在还没有人')).toBeTruthy()
    await tap('请家人来帮忙')
    expect(screen.queryByRole('radio', { name: '监护人' })).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: '儿子' }))
    await tap('给我一个邀请码')
    expect(sent.find(({ name }) => name === 'people.invite')?.input).toMatchObject({
      elderId: 'e-wang',
      for: { kind: 'family', relation: 'son', scopes: ['view', 'order'] },
    })
    expect(screen.getByText('把这八个数字告诉儿子')).toBeTruthy()
    expect(screen.getByText('1234')).toBeTruthy()
    expect(screen.getByText('5678')).toBeTruthy()
    expect(screen.getByText(/明天 14:20 前有效/)).toBeTruthy()

    const writeText = jest.fn(async (_text: string) => undefined)
    Object.assign(navigator, { clipboard: { writeText } })
    await tap('复制下来，发给儿子')
    expect(writeText.mock.calls[0]?.[0]).toMatch(/我有邀请码”，填 12345678，/)
    expect(screen.getByText(/复制好了/)).toBeTruthy()
    expect(phone.share({ from: 'menu' })).toEqual({ title: '银龄驿', path: '/pages/home/index' })
  })

  it('shows codes that were given away, and takes one back', async () => {
    const given = { code: '87654321', scopes: ['view' as const], relation: 'son' as const, expiresAt: now }
    const sent = cloudAnswers({
      'people.circle': () => aCircle([], { invitations: [given] }),
      'people.uninvite': () => aCircle([]),
      'people.me': () => aMe(),
    })
    await show()
    expect(screen.getByText('给儿子的邀请码')).toBeTruthy()
    await tap(/不用这个码了/)
    expect(sent[1]).toMatchObject({ name: 'people.uninvite', input: { elderId: 'e-wang', code: '87654321' } })
    expect(screen.queryByText('给儿子的邀请码')).toBeNull()
  })

  it('speaks to a guardian about the elder', async () => {
    phone.params = { elderId: 'e-wang' }
    rememberMe(aMe({ name: '周明', elders: [anElder({ relation: 'guardian' })] }))
    cloudAnswers({ 'people.circle': () => aCircle([aMember()]) })
    await show()
    expect(screen.getByText('能替王奶奶办的人')).toBeTruthy()
    expect(screen.getByText('替王奶奶订餐、请人上门')).toBeTruthy()
    expect(screen.getByText('11月20日 王秀英在手机上同意的')).toBeTruthy()
  })

  it('sends a guest to register first', async () => {
    rememberMe(aGuest())
    await show()
    expect(screen.getByRole('button', { name: '登记我自己' })).toBeTruthy()
  })
})
