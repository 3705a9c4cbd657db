import { act, fireEvent, render, screen } from '@testing-library/react'
import { pageSize } from '#types/paging'
import type { Roster as Answer, RosterRow } from '#types/people/privacy'
import Roster from '@/packages/staff/roster'
import * as giving from '@/platform/files/give'
import { rememberMe } from '@/services/person'
import { aMe } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork } from '../network'

const aRow = (over: Partial<RosterRow> = {}): RosterRow => ({
  id: 'e-wang',
  name: '王秀英',
  birthYear: 1944,
  sex: 'female',
  building: '长江路 18 弄',
  phoneTail: '3606',
  living: 'alone',
  categories: ['livingAlone', 'advancedAge'],
  diedOn: null,
  ...over,
})

const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, nth) => aRow({ id: `e-${1000 + from + nth}`, name: `老人${from + nth}` }))

/** What the cloud answers: the rows, and the same as lines of a file. */
const page = (rows: RosterRow[], csv = ''): Answer => ({ rows, csv })

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

async function opened() {
  render(<Roster />)
  fireEvent.click(screen.getByRole('checkbox', { name: '安排体检' }))
  await act(async () => tap('看名册'))
}

beforeEach(() => {
  jest.restoreAllMocks()
  phone.params = { stationId: 'st-changjiang' }
  const held = { role: 'manager', stationId: 'st-changjiang', orgName: '长江路社区养老驿站' } as const
  rememberMe(aMe({ name: '孙站长', roles: [held], elders: [] }))
})

describe('the roster of a station', () => {
  it('is read only by whoever says what for', async () => {
    const sent = cloudAnswers({ 'people.roster': () => page([aRow()]) })
    render(<Roster />)
    await act(async () => undefined)
    tap('看名册')
    expect(screen.getByText('选一样，或者写一句做什么用。')).toBeTruthy()
    expect(sent).toEqual([])
    fireEvent.click(screen.getByRole('checkbox', { name: '安排体检' }))
    await act(async () => tap('看名册'))
    expect(sent[0]?.input).toMatchObject({ stationId: 'st-changjiang', reason: '安排体检' })
    expect(screen.getByText('长江路 18 弄，电话 …3606，一个人住')).toBeTruthy()
    expect(screen.getByText('独居、高龄')).toBeTruthy()
    expect(screen.getByText('一共 1 位')).toBeTruthy()
  })

  it('says of whom it is written down that she has died, and when', async () => {
    cloudAnswers({ 'people.roster': () => page([aRow({ diedOn: '2026-11-18' })]) })
    await opened()
    expect(screen.getByText('2026年11月18日过世')).toBeTruthy()
  })

  it('is saved whole, page after page', async () => {
    const save = jest.spyOn(giving, 'saveFile').mockResolvedValue(true)
    const sent = cloudAnswers({
      'people.roster': ({ after }) =>
        after ? page(many(2, pageSize.roster), 'and the rest') : page(many(pageSize.roster), 'the first, '),
    })
    await opened()
    expect(screen.getByText(`先列出 ${pageSize.roster} 位，后面还有`)).toBeTruthy()
    await act(async () => tap('取齐名册，好存表格'))
    expect(sent[1]?.input).toMatchObject({ after: `e-${1000 + pageSize.roster - 1}` })
    expect(save).not.toHaveBeenCalled() // a phone passes a file on only right after a tap
    tap('存成表格')
    expect(save.mock.calls).toEqual([
      ['长江路社区养老驿站名册 2026-11-21.csv', 'the first, and the rest', 'text/csv'],
    ])
    await act(async () => undefined)
    expect(screen.getByText(/存好了/)).toBeTruthy()
  })

  it('keeps what was read when the next page does not come', async () => {
    cloudAnswers({
      'people.roster': ({ after }) => {
        if (after) throw noNetwork()
        return page(many(pageSize.roster))
      },
    })
    await opened()
    await act(async () => tap(`再看 ${pageSize.roster} 位`))
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    expect(screen.getByText('老人0')).toBeTruthy()
  })

  it('is not for a clerk', async () => {
    rememberMe(aMe({ roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] }))
    render(<Roster />)
    await act(async () => undefined)
    expect(screen.getByText('这里是驿站工作人员用的')).toBeTruthy()
  })
})
