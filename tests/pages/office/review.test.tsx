import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { Application } from '#types/eligibility/applications'
import Review from '@/packages/office/review'
import { endOf, yearFrom } from '@/packages/office/review/wish'
import { rememberMe } from '@/services/person'
import { anApplication } from '../applications'
import { aMe } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused, type Sent } from '../network'

const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const pick = (name: string) => act(async () => void fireEvent.click(screen.getByRole('radio', { name })))
const type = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

const mine = anApplication({ state: 'inReview', reviewer: '周琳' })

interface Answers {
  take?(): Application
  decide?(): Application
  link?: string | null
  isRefused?: boolean
}

async function opened(
  application: Application,
  { take, decide, link = '/storage/x.jpg', isRefused }: Answers = {},
) {
  const sent = cloudAnswers({
    'eligibility.application': () => application,
    'eligibility.take': take,
    'eligibility.decide': decide,
    'eligibility.documents': () => [{ label: '身份证', link, isRefused }],
  })
  render(<Review />)
  await act(async () => undefined)
  return sent
}

const decided = (sent: Sent[]) =>
  sent.filter(({ name }) => name === 'eligibility.decide').map(({ input: { key: _, ...rest } }) => rest)

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = { applicationId: mine.id }
  rememberMe(aMe({ name: '周琳', roles: [{ role: 'coordinator' }], elders: [] }))
})

describe('looking at an application', () => {
  it('begins with a tap, and opens no photo before', async () => {
    const sent = await opened(anApplication(), { take: () => mine })
    expect(screen.getByText('王秀英 · 低保')).toBeTruthy()
    await tap('开始看')
    expect(screen.getByText('怎么答复？')).toBeTruthy()
    expect(sent.some(({ name }) => name === 'eligibility.documents')).toBe(false)
  })

  it('says of a photo that WeChat refused why it is not there, and what to do', async () => {
    await opened(mine, { link: null, isRefused: true })
    await tap('打开 1 张照片')
    expect(screen.getByText(/没有通过微信的检查，不能看。请退回/)).toBeTruthy()
  })

  it('is for a colleague where it is one’s own family’s', async () => {
    await opened(anApplication(), {
      take: () => {
        throw refused('OWN_APPLICATION')
      },
    })
    await tap('开始看')
    expect(screen.getByText(/要请另一位同事来看/)).toBeTruthy()
  })

  it('opens the photos at a tap, shows one large, and opens them again when a link has run out', async () => {
    const sent = await opened(mine)
    await tap('打开 1 张照片')
    await tap('1. 身份证，点一下看大图')
    expect(screen.getByRole('dialog', { name: '1. 身份证' })).toBeTruthy()
    await tap('关上')
    await act(async () => {
      const picture = document.querySelector('.review-photo img')
      if (picture) fireEvent.error(picture)
    })
    await tap('重新打开照片')
    expect(sent.filter(({ name }) => name === 'eligibility.documents')).toHaveLength(2)
  })

  it('says that a photo is there no more', async () => {
    await opened(mine, { link: null })
    await tap('打开 1 张照片')
    expect(screen.getByText('照片已经不在了')).toBeTruthy()
  })

  it('says yes for a year, after telling what will happen', async () => {
    const sent = await opened(mine, {
      decide: () => ({ ...mine, state: 'approved', from: '2026-11-21', to: '2027-11-20' }),
    })
    await pick('同意')
    await tap('同意，下一步')
    const question = screen.getByRole('dialog', { name: '同意王秀英的申请吗？' })
    expect(question.textContent).toContain('从 2026年11月21日到 2027年11月20日')
    expect(decided(sent)).toEqual([])
    await tap('确定同意')
    expect(decided(sent)).toEqual([
      { applicationId: mine.id, verdict: 'approve', from: '2026-11-21', to: '2027-11-20' },
    ])
    expect(screen.getByText(/^通过了，从/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '回到申请列表' })).toBeTruthy()
  })

  it('says yes without an end, or until a day that is not before the first', async () => {
    const sent = await opened(mine, { decide: () => mine })
    await pick('同意')
    await pick('自己填')
    await tap('同意，下一步')
    expect(screen.getByText('写上到哪一天，或者选长期。')).toBeTruthy()
    const until = within(screen.getByRole('group', { name: '到哪一天' })).getByRole('textbox', { name: '年' })
    await act(async () => void fireEvent.change(until, { target: { value: '20200101' } }))
    expect(screen.getByText('到期的日子比开始还早，请再看一遍。')).toBeTruthy()
    await pick('长期')
    await tap('同意，下一步')
    await tap('确定同意')
    expect(decided(sent)).toEqual([
      { applicationId: mine.id, verdict: 'approve', from: '2026-11-21', to: null },
    ])
  })

  it('sends back with what is missing', async () => {
    const sent = await opened(mine, {
      decide: () => ({ ...mine, state: 'returned', missing: ['社区开的证明'] }),
    })
    await pick('退回')
    await tap('退回，下一步')
    expect(screen.getByText(/选上缺什么/)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '身份证（重拍，要看得清）' }))
    fireEvent.click(screen.getByRole('checkbox', { name: '社区开的证明' }))
    type(/还要说什么/, '名字看不清')
    await tap('退回，下一步')
    await tap('确定退回')
    expect(decided(sent)).toEqual([
      {
        applicationId: mine.id,
        verdict: 'return',
        missing: ['身份证（重拍，要看得清）', '社区开的证明'],
        reason: '名字看不清',
      },
    ])
  })

  it('says which papers asked for are not there, and has them to tick first', async () => {
    const sent = await opened({ ...mine, lacking: ['低保证', '户口簿'] }, { decide: () => mine })
    expect(screen.getByText('还缺：低保证、户口簿')).toBeTruthy()
    await pick('退回')
    expect(screen.getAllByRole('checkbox')[0]?.textContent).toBe('低保证')
    fireEvent.click(screen.getByRole('checkbox', { name: '低保证' }))
    await tap('退回，下一步')
    await tap('确定退回')
    expect(decided(sent)).toEqual([{ applicationId: mine.id, verdict: 'return', missing: ['低保证'] }])
  })

  it('says no only with a reason, and keeps it through a failure', async () => {
    let isOnline = false
    const sent = await opened(mine, {
      decide: () => {
        if (!isOnline) throw noNetwork()
        return { ...mine, state: 'refused', reason: '证件已经过了有效期' }
      },
    })
    await pick('不同意')
    await tap('不同意，下一步')
    expect(screen.getByText('写上为什么，家人要看得懂。')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '证件已经过了有效期' }))
    await tap('不同意，下一步')
    await tap('确定不同意')
    expect(within(screen.getByRole('dialog')).getByText(/没有连上网/)).toBeTruthy()
    isOnline = true
    await tap('确定不同意')
    expect(decided(sent)).toHaveLength(2)
    expect(screen.getByText('证件已经过了有效期')).toBeTruthy()
  })

  it('is one’s own by the name at work, whatever one is called otherwise', async () => {
    const named = { role: 'coordinator', name: '周琳' } as const
    rememberMe(aMe({ name: '孙慧', roles: [named], elders: [] }))
    await opened(mine)
    expect(screen.getByText('怎么答复？')).toBeTruthy()
    cleanup()
    await opened({ ...mine, reviewer: '孙慧' })
    expect(screen.queryByText('怎么答复？')).toBeNull()
  })

  it('says who looks when somebody else does', async () => {
    await opened({ ...mine, reviewer: '孙慧' })
    expect(screen.getByText('孙慧正在看这一份，不用再看。')).toBeTruthy()
    expect(screen.queryByText('怎么答复？')).toBeNull()
  })
})

describe('yearFrom', () => {
  it.each([
    ['2026-11-22', '2027-11-21'],
    ['2026-01-01', '2026-12-31'],
    ['2028-02-29', '2029-02-28'],
  ])('of %s ends on %s', (from, to) => {
    expect(yearFrom(from)).toBe(to)
    expect(
      endOf({ from, length: 'year', to: '', verdict: 'approve', missing: [], more: '', reason: '' }),
    ).toBe(to)
  })
})
