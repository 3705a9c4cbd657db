import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { RuleAnswer } from '#types/eligibility/entitlements'
import Ask from '@/packages/benefits/ask'
import { ageFrom } from '@/packages/benefits/ask/form'
import Mine from '@/packages/benefits/mine'
import { rememberMe } from '@/services/person'
import { anApplicable, anApplication, someEntitlements } from '../applications'
import { aDaughter, aGuest, aHome, aMe } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'

const opened = () => jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const pick = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const check = (name: string | RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }))
const box = () => screen.getByRole<HTMLInputElement>('textbox')
const type = (value: string) => fireEvent.change(box(), { target: { value } })

const anAnswer = (over: Partial<RuleAnswer> = {}): RuleAnswer => ({
  policyId: 'p-1',
  policyName: '助餐补贴',
  kind: 'meal',
  rule: 'age-80',
  layer: 'city',
  label: '高龄助餐补贴',
  payer: 'city',
  answer: 'yes',
  isTaken: true,
  reasons: [
    {
      fact: 'age',
      answer: 'yes',
      wants: ['80', ''],
      names: {},
      has: '82',
      isNegated: false,
      isDeclared: false,
      from: null,
    },
  ],
  gives: { kind: 'meal', amount: 300, when: { slots: ['lunch'], days: ['workday'] } },
  bring: ['身份证'],
  until: '2026-12-31',
  ...over,
})
const [age] = anAnswer().reasons
const unknown = anAnswer({
  rule: 'hukou',
  label: '户籍老人补贴',
  answer: 'unknown',
  bring: ['户口本'],
  gives: { kind: 'meal', amount: 300, when: {} },
  until: null,
  reasons: age ? [{ ...age, fact: 'hukou', answer: 'unknown', wants: ['city'], has: null }] : [],
})
const later = anAnswer({
  rule: 'age-90',
  label: '九十岁补贴',
  answer: 'no',
  reasons: age ? [{ ...age, answer: 'no', wants: ['90', ''], from: '2034-01-01' }] : [],
})
const found = { ...someEntitlements(anApplicable()), answers: [anAnswer(), unknown, later] }

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = {}
  phone.storage.clear()
})

describe('ageFrom', () => {
  it.each([
    ['82', 82],
    ['1944', 82],
    ['102', 102],
    ['121', 121],
    ['125', 125],
    ['126', null],
    ['2030', null],
    ['1850', null],
    ['0', null],
    ['194', null],
    ['', null],
  ])('%s is %s', (typed, years) => expect(ageFrom(typed, '2026-11-21')).toBe(years))
})

describe('asking without a name', () => {
  const one = [{ id: 'd-1', name: '长江区' }]
  const show = () => act(async () => void render(<Ask />))
  beforeEach(() => rememberMe(aGuest()))

  async function toCategories() {
    type('82')
    await tap('下一步')
    pick('本市别的区')
    await tap('下一步')
    pick('一个人住')
    await tap('下一步')
  }

  it('asks one thing a screen, and shows what is likely', async () => {
    const sent = cloudAnswers({
      'eligibility.districts': () => ({ districts: one, next: null }),
      'eligibility.ask': () => found,
    })
    await show()
    expect(screen.getByText(/第 1 题，一共 5 题/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '先写岁数' })).toBeTruthy()
    await toCategories()
    expect(screen.getByRole('button', { name: '先选一选' })).toBeTruthy()
    pick('都不是')
    check(/低保.*每月领低保金/)
    expect(screen.getByRole('radio', { name: '都不是' }).getAttribute('aria-checked')).toBe('false')
    await tap('下一步')
    await tap('不答这一题，看结果')
    expect(sent.filter(({ name }) => name === 'eligibility.ask').pop()?.input).toEqual({
      district: 'd-1',
      age: 82,
      hukou: 'thisCity',
      living: 'alone',
      categories: ['subsistenceAllowance'],
    })
    expect(screen.getByText('多半能享受')).toBeTruthy()
    expect(screen.getByText('因为您满 80 岁，市里每餐出 3 元。')).toBeTruthy()
    expect(screen.queryByText('九十岁补贴')).toBeNull()
    await tap('打电话找驿站')
    await tap('去登记')
    expect(opened()).toEqual(['/pages/stations/index', '/packages/family/register/index'])
    await tap('回去改一改')
    await tap('上一步')
    expect(screen.getByRole('checkbox', { name: /低保/ }).getAttribute('aria-checked')).toBe('true')
  })

  it('leaves out what nobody is sure of, and says "none" where none applies', async () => {
    const sent = cloudAnswers({
      'eligibility.districts': () => ({ districts: one, next: null }),
      'eligibility.ask': () => found,
    })
    await show()
    for (let nth = 0; nth < 3; nth += 1) {
      pick('不清楚')
      await tap('下一步')
    }
    pick('都不是')
    await tap('下一步')
    pick('不清楚')
    await tap('看看能享受什么')
    expect(sent.filter(({ name }) => name === 'eligibility.ask').pop()?.input).toEqual({
      district: 'd-1',
      categories: [],
    })
  })

  it('asks for the district where there are several, and keeps answers through a restart', async () => {
    cloudAnswers({
      'eligibility.districts': ({ after }) =>
        after === undefined
          ? { districts: one, next: 'more' }
          : { districts: [{ id: 'd-2', name: '黄河区' }], next: null },
      'eligibility.ask': () => found,
    })
    await show()
    pick('黄河区')
    await tap('下一步')
    type('1944')
    expect(screen.getByText('1944 年生，按 82 岁算')).toBeTruthy()
    cleanup()
    await show()
    expect(box().value).toBe('1944')
    await tap('上一步')
    expect(screen.getByRole('radio', { name: '黄河区' }).getAttribute('aria-checked')).toBe('true')
  })

  it('keeps everything without a network, and begins again when asked to', async () => {
    let isAway = false
    cloudAnswers({
      'eligibility.districts': () => ({ districts: one, next: null }),
      'eligibility.ask': () => {
        if (isAway) throw noNetwork()
        return found
      },
    })
    await show()
    await toCategories()
    pick('不清楚')
    await tap('下一步')
    isAway = true
    await tap('不答这一题，看结果')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    isAway = false
    await tap(/再试/)
    await tap('从头再问一遍')
    expect(screen.getByText(/第 1 题/)).toBeTruthy()
    expect(box().value).toBe('')
  })

  it('leads whoever is registered to what is known', async () => {
    rememberMe(aMe())
    cloudAnswers({
      'eligibility.districts': () => ({ districts: one, next: null }),
      'eligibility.ask': () => found,
    })
    await show()
    await toCategories()
    pick('不清楚')
    await tap('下一步')
    await tap('不答这一题，看结果')
    await tap('看登记过的情况')
    expect(opened()).toEqual(['/packages/benefits/mine/index'])
  })
})

describe('what an elder has a right to', () => {
  const show = () => act(async () => void render(<Mine />))
  const known = (over: Partial<typeof found> = {}) =>
    cloudAnswers({
      'eligibility.entitlements': () => ({ ...found, ...over }),
      'eligibility.applications': () => ({
        applications: [anApplication({ category: 'lowIncome', id: 'e-wang_lowIncome' })],
        next: null,
      }),
    })

  it('groups what is, what is not known and, behind a tap, what is not', async () => {
    rememberMe(aDaughter())
    phone.params = { elderId: 'e-wang' }
    known()
    await show()
    expect(screen.getByText('妈妈能享受什么')).toBeTruthy()
    expect(screen.getByText('因为妈妈满 80 岁，市里每餐出 3 元。')).toBeTruthy()
    expect(screen.getByText('算哪些餐：工作日的午餐。')).toBeTruthy()
    expect(screen.getByText('这项政策到 2026年12月31日为止。')).toBeTruthy()
    expect(
      screen.getByText('还不知道妈妈的户口在哪里（户口要在本市）。带上户口本，到驿站看一看，就能知道。'),
    ).toBeTruthy()
    expect(screen.queryByText('九十岁补贴')).toBeNull()
    await tap(/现在还不能的，看一看（1 项）/)
    expect(screen.getByText('妈妈现在 82 岁，要满 90 岁，2034年1月1日起可以。')).toBeTruthy()
  })

  it('says one thing where her number is to be looked at again: what she was recognised as does not count until then', async () => {
    rememberMe(aDaughter())
    phone.params = { elderId: 'e-wang' }
    const approved = anApplication({ category: 'lowIncome', id: 'e-wang_lowIncome', state: 'approved' })
    const lowIncome = { ...anApplicable(), category: 'lowIncome' as const }
    cloudAnswers({
      'eligibility.entitlements': () => ({
        ...someEntitlements(lowIncome),
        answers: [unknown],
        isNumberGone: true,
      }),
      'eligibility.applications': () => ({ applications: [approved], next: null }),
    })
    await show()
    expect(screen.getByText(/妈妈的身份证号要再核对一次。请带上身份证到驿站/)).toBeTruthy()
    expect(screen.getByText('认定过，补上身份证号以后接着算')).toBeTruthy()
    expect(screen.queryByText('还能申请')).toBeNull()
    expect(screen.queryByText('已经认定的')).toBeNull()
  })

  it('says whom to ring for what cannot be booked here yet', async () => {
    rememberMe(aDaughter())
    phone.params = { elderId: 'e-wang' }
    const contact = {
      ...{ name: '张静', phone: '000-0000-0103', stationName: '长江路社区养老驿站' },
      ...{ openNow: true, opensAt: null, otherwise: null },
    }
    const care = anAnswer({
      ...{ kind: 'care', rule: 'care-1' },
      gives: { kind: 'care', minutes: 480, amount: null, hourPrice: null },
    })
    cloudAnswers({
      'eligibility.entitlements': () => ({ ...found, answers: [anAnswer(), care] }),
      'eligibility.applications': () => ({ applications: [], next: null }),
      'people.home': () => aHome({ contact }),
    })
    await show()
    expect(screen.getByText('居家服务还不能在手机上用')).toBeTruthy()
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
    cleanup()
    known()
    await show()
    expect(screen.queryByText(/还不能在手机上用/)).toBeNull()
  })

  it('leads to applications, new and under way', async () => {
    rememberMe(aMe())
    known()
    await show()
    await tap(/低收入.*最晚 12月4日有答复/)
    await tap(/低保.*要带：身份证、低保证/)
    expect(opened()).toEqual([
      '/packages/benefits/application/index?applicationId=e-wang_lowIncome',
      '/packages/benefits/apply/index?elderId=e-wang&category=subsistenceAllowance',
    ])
  })

  it('offers nothing that she holds already, and says until when she does', async () => {
    rememberMe(aMe())
    known({
      applicable: [
        anApplicable({ category: 'extremePoverty', held: { from: '2026-01-01', to: null } }),
        anApplicable({ category: 'livingAlone', held: { from: '2026-01-01', to: '2027-12-31' } }),
        anApplicable({ category: 'subsistenceAllowance' }),
      ],
    })
    await show()
    expect(screen.getByText('长期有效')).toBeTruthy()
    expect(screen.getByText('到 2027年12月31日')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /特困|独居/ })).toBeNull()
    expect(screen.getByRole('button', { name: /低保/ })).toBeTruthy()
  })

  it('says what ends soon, unless its renewal is under way', async () => {
    rememberMe(aMe())
    const held = { from: '2026-01-01', to: '2026-12-31' }
    const ending = { held, isEnding: true }
    known({
      applicable: [
        anApplicable({ category: 'own-hardship', label: '特殊困难老人', ...ending }),
        anApplicable({ category: 'lowIncome', ...ending }),
      ],
    })
    await show()
    expect(screen.getByText(/“特殊困难老人”快到期了。请在 2026年12月31日前续办/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '续办“低收入”' })).toBeNull()
    await tap('续办“特殊困难老人”')
    expect(opened()[0]).toMatch(/category=own-hardship&label=/)
  })

  it('has a way on for somebody who is not registered', async () => {
    rememberMe(aGuest())
    await show()
    await tap('先答几个问题')
    expect(opened()).toEqual(['/packages/benefits/ask/index'])
  })

  it('does not show it to whoever may not see it', async () => {
    rememberMe(aDaughter())
    cloudAnswers({
      'eligibility.entitlements': () => {
        throw refused('FORBIDDEN')
      },
      'eligibility.applications': () => ({ applications: [], next: null }),
    })
    await show()
    expect(screen.getByText(/请老人再同意一次/)).toBeTruthy()
  })

  it('says so where nothing is published', async () => {
    rememberMe(aMe())
    known({ answers: [] })
    await show()
    expect(screen.getByText('这里还没有公布能享受什么')).toBeTruthy()
  })
})
