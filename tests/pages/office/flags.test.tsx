import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { pageSize } from '#types/paging'
import type { Flag, MismatchNight } from '#types/supervision'
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

describe('what the night has found', () => {
  const night = (nth: number, over: Partial<MismatchNight> = {}): MismatchNight => ({
    id: `quiet_${nth}`,
    date: `2026-11-${20 - nth}`,
    count: 2,
    found: [
      { rule: 'placesDiffer', id: 'st-one_2026-11-22_lunch' },
      { rule: 'placesDiffer', id: 'st-one_2026-11-23_lunch' },
    ],
    state: 'open',
    at: now,
    closed: null,
    ...over,
  })
  const nights = Array.from({ length: pageSize.mismatches + 1 }, (_, nth) => night(nth))
  const answers = {
    'supervision.flags': () => [],
    'supervision.mismatches': ({ after }: { after?: object }) => ({
      count: 2 * nights.length,
      nights: after ? nights.slice(pageSize.mismatches) : nights.slice(0, pageSize.mismatches),
    }),
  }
  async function found() {
    rememberMe(aMe({ name: '孙慧', roles: [{ role: 'supervisor', orgName: '安静区' }], elders: [] }))
    const sent = cloudAnswers(answers)
    await act(async () => void render(<Flags />))
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '夜里查到的' })))
    return sent
  }

  it('is for a district alone', async () => {
    await opened([])
    expect(screen.queryByRole('radio', { name: '夜里查到的' })).toBeNull()
  })

  it('is listed to its end, said plainly, with how much there is in all', async () => {
    await found()
    expect(screen.getByText(/还没看过的有 6 处/)).toBeTruthy()
    expect(screen.getAllByText('剩下的座位或份数，和订了的餐对不上。（2 处）')).toHaveLength(3)
    expect(screen.getAllByText('编号：st-one_2026-11-22_lunch，st-one_2026-11-23_lunch')).toHaveLength(3)
    expect(screen.getByText('11月18日 周三夜里')).toBeTruthy()
  })

  it('says where more was found than is listed', async () => {
    nights[0] = night(0, { count: 500 })
    await found()
    expect(screen.getByText('查到 500 处，先列出前 2 处')).toBeTruthy()
    nights[0] = night(0)
  })

  it('goes once it was looked at, and stays where that could not be sent', async () => {
    await found()
    const name = '11月20日 周五夜里查到的，看过了'
    cloudAnswers({
      'supervision.closeMismatches': () => {
        throw noNetwork()
      },
    })
    await tap(name)
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    const sent = cloudAnswers({ 'supervision.closeMismatches': () => night(0, { state: 'closed' }) })
    await tap(name)
    expect(sent[0]?.input).toMatchObject({ nightId: 'quiet_0' })
    expect(screen.queryByText('11月20日 周五夜里')).toBeNull()
    expect(screen.getByText(/还没看过的有 4 处/)).toBeTruthy()
  })

  it('says in one sentence that nothing is open', async () => {
    rememberMe(aMe({ name: '孙慧', roles: [{ role: 'supervisor', orgName: '安静区' }], elders: [] }))
    cloudAnswers({ ...answers, 'supervision.mismatches': () => ({ count: 0, nights: [] }) })
    await act(async () => void render(<Flags />))
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '夜里查到的' })))
    expect(screen.getByText('夜里查到的都看过了，现在没有要看的。')).toBeTruthy()
    expect(screen.queryByText(/还没看过的有/)).toBeNull()
  })
})
