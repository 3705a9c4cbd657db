import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { pageSize } from '#types/paging'
import type { Flag } from '#types/supervision'
import Flags from '@/packages/office/flags'
import { rememberMe } from '@/services/person'
import { aMe, now } from '../builders'
import { cloudAnswers, noNetwork } from '../network'

const aFlag = (over: Partial<Flag> = {}): Flag => ({
  id: 'f-1',
  kind: 'inHospital',
  elderId: 'e-wang',
  elderName: '王秀英',
  stationName: '长江路驿站',
  date: '2026-11-20',
  slot: 'lunch',
  about: '2026-11-18',
  state: 'open',
  at: now,
  closed: null,
  ...over,
})

const zhou = { name: '周琳', role: 'coordinator', relation: null, channel: 'app' } as const
const closed = { by: zhou, at: now, words: '已经出院了' }

async function opened(flags: Flag[]) {
  const sent = cloudAnswers({
    'supervision.flags': ({ state }) => flags.filter((one) => one.state === state),
  })
  await act(async () => void render(<Flags />))
  return sent
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))

beforeEach(() => {
  jest.clearAllMocks()
  rememberMe(aMe({ name: '周琳', roles: [{ role: 'coordinator', orgName: '长江路街道' }], elders: [] }))
})

describe('what does not fit together', () => {
  it('is listed to its end, however many pages the cloud has', async () => {
    const all = Array.from({ length: pageSize.flags + 1 }, (_, nth) => aFlag({ id: `f-${nth}` }))
    cloudAnswers({
      'supervision.flags': ({ after }) => (after ? all.slice(pageSize.flags) : all.slice(0, pageSize.flags)),
    })
    await act(async () => void render(<Flags />))
    expect(screen.getByRole('button', { name: `再看更多，还有 ${all.length - 20} 个` })).toBeTruthy()
  })

  it.each([
    ['inHospital', '2026-11-18', '登记里写着11月18日起住院，住院期间有一餐（午餐）记为吃过了。'],
    ['away', '2026-11-18', '登记里写着11月18日起不在家，这段时间有一餐（午餐）记为吃过了。'],
    ['deceased', '2026-11-18', '登记里写着11月18日过世，后来有一餐（午餐）记为吃过了。'],
    ['twoStations', '石榴驿站', '同一餐（午餐）在两个驿站都记了：长江路驿站和石榴驿站。'],
    [
      'servedLate',
      '当时没有网',
      '这一餐（午餐）过了很久才记为吃过了：11月21日 14:20记的，说是“当时没有网”。',
    ],
  ] as const)('is said plainly: %s', async (kind, about, words) => {
    await opened([aFlag({ kind, about })])
    expect(screen.getByText(words)).toBeTruthy()
  })

  it('is closed with words, which stay when there is no network', async () => {
    await opened([aFlag(), aFlag({ id: 'f-2', elderName: '陈建国' })])
    await tap('王秀英，问清楚了，写一句')
    await tap('记下来')
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText('选一样，或者写一句。')).toBeTruthy()
    fireEvent.click(sheet.getByRole('checkbox', { name: '已经出院了' }))
    cloudAnswers({
      'supervision.closeFlag': () => {
        throw noNetwork()
      },
    })
    await tap('记下来')
    expect(sheet.getByText(/没有连上网/)).toBeTruthy()
    const sent = cloudAnswers({ 'supervision.closeFlag': () => aFlag({ state: 'closed', closed }) })
    await tap('记下来')
    expect(sent[0]?.input).toMatchObject({ flagId: 'f-1', words: '已经出院了' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('王秀英的这一处记好了，在“问过的”里能看到。')).toBeTruthy()
    expect(screen.getByText('陈建国')).toBeTruthy()
    expect(screen.queryByText('王秀英')).toBeNull()
  })

  it('tells afterwards who found out what', async () => {
    await opened([aFlag({ state: 'closed', closed })])
    expect(screen.getByText('都对得上')).toBeTruthy()
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '问过的' })))
    expect(screen.getByText('已经出院了')).toBeTruthy()
    expect(screen.getByText('养老生活协调员周琳，今天 14:20')).toBeTruthy()
  })

  it('is for towns and districts', async () => {
    rememberMe(aMe())
    await opened([])
    expect(screen.getByText('这里是街道和区里用的')).toBeTruthy()
  })
})
