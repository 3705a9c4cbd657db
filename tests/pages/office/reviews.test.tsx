import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ReviewRow } from '#types/eligibility/applications'
import Reviews from '@/packages/office/reviews'
import { rememberMe } from '@/services/person'
import { aReviewRow } from '../applications'
import { aMe } from '../builders'
import { cloudAnswers } from '../network'

async function opened(rows: readonly ReviewRow[]) {
  const sent = cloudAnswers({
    'eligibility.reviews': ({ state, after }) =>
      rows
        .filter(
          (row) => row.state === state && (!after || `${row.dueOn} ${row.id}` > `${after.dueOn} ${after.id}`),
        )
        .sort((a, b) => (`${a.dueOn} ${a.id}` < `${b.dueOn} ${b.id}` ? -1 : 1))
        .slice(0, 50),
  })
  render(<Reviews />)
  await act(async () => undefined)
  return sent
}

const pick = (name: string) => act(async () => void fireEvent.click(screen.getByRole('radio', { name })))
const rows = () => screen.getAllByRole('button').flatMap(({ textContent }) => textContent || [])

beforeEach(() => {
  jest.clearAllMocks()
  rememberMe(aMe({ name: '周琳', roles: [{ role: 'coordinator' }], elders: [] }))
})

describe('applications to look at', () => {
  it('shows what is due first first, and marks what is overdue', async () => {
    await opened([
      aReviewRow({ id: 'later', elderName: '甲', dueOn: '2026-12-04' }),
      aReviewRow({ id: 'soon', elderName: '乙', dueOn: '2026-11-22' }),
      aReviewRow({ id: 'over', elderName: '丙', dueOn: '2026-11-18', isOverdue: true }),
    ])
    expect(rows()).toEqual([
      '丙 · 低保过期 3 天今天交的',
      '乙 · 低保还有 1 天今天交的',
      '甲 · 低保12月4日前答复今天交的',
    ])
    fireEvent.click(screen.getByText('丙 · 低保'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/office/review/index?applicationId=over' })
  })

  it('shows who looks, and by their answers those that are done', async () => {
    await opened([
      aReviewRow({ id: 'mine', state: 'inReview', reviewer: '周琳' }),
      aReviewRow({ id: 'yes', elderName: '甲', state: 'approved', reviewer: '孙慧' }),
      aReviewRow({
        id: 'back',
        elderName: '乙',
        state: 'returned',
        reviewer: '周琳',
        submittedAt: '2026-11-20T00:00:00.000Z',
      }),
    ])
    expect(screen.getByText('没有等着看的')).toBeTruthy()
    await pick('在看')
    expect(rows()).toEqual(['王秀英 · 低保12月4日前答复今天交的 · 您在看'])
    await pick('办完')
    expect(rows()).toEqual(['甲 · 低保通过了今天交的 · 孙慧答复的', '乙 · 低保要补材料昨天交的 · 您答复的'])
  })

  it('reads on when there are more than one reply holds', async () => {
    const many = Array.from({ length: 620 }, (_, nth) =>
      aReviewRow({
        id: `a-${nth}`,
        elderName: `第${nth}位`,
        dueOn: `2026-12-${String(1 + Math.floor(nth / 25)).padStart(2, '0')}`,
      }),
    )
    await opened(many)
    expect(screen.getByText('620 份，先到期的在前面')).toBeTruthy()
  })

  it('is nothing for anybody else', async () => {
    rememberMe(aMe({ name: '张静', roles: [{ role: 'clerk', stationId: 'st-1' }], elders: [] }))
    const sent = await opened([])
    expect(screen.getByText('这里是街道和区里用的')).toBeTruthy()
    expect(sent).toEqual([])
  })
})
