import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Application as ApplicationOf } from '#types/eligibility/applications'
import Application from '@/packages/benefits/application'
import { rememberMe } from '@/services/person'
import { anApplication, coordinator } from '../applications'
import { aDaughter, aMe, anElder, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork } from '../network'

const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))

async function showing(application: ApplicationOf, withdraw?: () => ApplicationOf) {
  const sent = cloudAnswers({
    'eligibility.application': () => application,
    'eligibility.withdraw': withdraw,
  })
  render(<Application />)
  await act(async () => undefined)
  return sent
}

const steps = () =>
  within(screen.getByRole('list', { name: '办到哪一步了' }))
    .getAllByRole('listitem')
    .map((step) => step.textContent)

const submitted = anApplication().history
const taken = { state: 'inReview' as const, at: now, by: coordinator }

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { applicationId: 'e-wang_subsistenceAllowance' }
  rememberMe(aDaughter())
})

describe('an application', () => {
  it('says by when there is an answer, and who sent it', async () => {
    await showing(anApplication())
    expect(screen.getByText('最晚 12月4日有答复。')).toBeTruthy()
    expect(steps()).toEqual(['材料交上去了今天 14:20，您', '等工作人员看材料', '最晚 12月4日有答复'])
    expect(screen.getByText('妈妈 王秀英')).toBeTruthy()
  })

  it('says so when the day is over', async () => {
    await showing(anApplication({ state: 'inReview', isOverdue: true, history: [...submitted, taken] }))
    expect(screen.getByText(/说好 12月4日答复，已经过了/)).toBeTruthy()
    expect(steps().slice(1)).toEqual(['开始看材料今天 14:20，养老生活协调员周琳', '说好 12月4日答复，还在等'])
  })

  it('leads from what is missing back to the photos', async () => {
    await showing(
      anApplication({
        state: 'returned',
        missing: ['身份证反面'],
        reason: '名字看不清',
        history: [...submitted, taken, { ...taken, state: 'returned' }],
      }),
    )
    expect(screen.getByText('· 身份证反面')).toBeTruthy()
    await tap('补材料，再交一次')
    expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toBe(
      '/packages/benefits/apply/index?elderId=e-wang&category=subsistenceAllowance',
    )
  })

  const refused = { label: '身份证', at: now, by: '李敏', isRefused: true }
  const fine = { label: '低保证', at: now, by: '李敏' }

  it.each([
    ['submitted', /^身份证的照片没有通过微信的检查，看材料的人看不到。请先撤回这次申请/],
    ['inReview', /^身份证的照片没有通过微信的检查，看材料的人看不到。请先撤回这次申请/],
    ['returned', /^身份证的照片没有通过微信的检查，看材料的人看不到。请重新拍一张，再交一次。$/],
  ] as const)('says while it is %s which photo nobody can look at, and what to do', async (state, words) => {
    await showing(anApplication({ state, documents: [refused, fine] }))
    expect(screen.getByText(words)).toBeTruthy()
  })

  it.each([
    ['once it is decided', 'approved', [refused, fine]],
    ['where another photo shows the same', 'submitted', [refused, { ...refused, isRefused: undefined }]],
    ['where nothing was refused', 'submitted', [fine]],
  ] as const)('says nothing of that %s', async (_, state, documents) => {
    await showing(anApplication({ state, documents: [...documents], from: '2026-11-22' }))
    expect(screen.queryByText(/微信的检查/)).toBeNull()
  })

  it.each([
    ['2027-11-21', '从 2026年11月22日到 2027年11月21日，妈妈都算“低保”。'],
    [null, '从 2026年11月22日起，长期有效，妈妈都算“低保”。'],
  ])('says from when to when it holds (%s)', async (to, words) => {
    await showing(anApplication({ state: 'approved', from: '2026-11-22', to }))
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /撤回/ })).toBeNull()
  })

  it('says why not, and how to object', async () => {
    await showing(
      anApplication({ state: 'refused', reason: '证件过期了', objection: '六十天里可以到区里问。' }),
    )
    expect(screen.getByText('证件过期了')).toBeTruthy()
    expect(screen.getByText('六十天里可以到区里问。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '再申请一次' })).toBeTruthy()
  })

  it('leaves out what happened before the last decision', async () => {
    const before = [...submitted, taken, { ...taken, state: 'refused' as const }]
    await showing(anApplication({ history: [...before, ...submitted] }))
    expect(steps()).toHaveLength(3)
  })

  it('is taken back after asking once, and stays open when that failed', async () => {
    let isOnline = false
    const sent = await showing(anApplication(), () => {
      if (!isOnline) throw noNetwork()
      return anApplication({ state: 'withdrawn' })
    })
    await tap('不申请了，撤回来')
    expect(sent.filter(({ name }) => name === 'eligibility.withdraw')).toEqual([])
    await tap('确定撤回')
    expect(within(screen.getByRole('dialog')).getByText(/没有连上网/)).toBeTruthy()
    isOnline = true
    await tap('确定撤回')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('这次申请撤回了')).toBeTruthy()
  })

  it('offers nothing to a relative who may only look', async () => {
    rememberMe(aMe({ name: '陈浩', elders: [anElder({ relation: 'son', scopes: ['view'] })] }))
    await showing(anApplication())
    expect(screen.queryByRole('button', { name: /撤回/ })).toBeNull()
  })

  it('is read anew when the page shows again', async () => {
    const sent = await showing(anApplication())
    await act(async () => phone.show())
    expect(sent.filter(({ name }) => name === 'eligibility.application').length).toBeGreaterThan(1)
  })
})
