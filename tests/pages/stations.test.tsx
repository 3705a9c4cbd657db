import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import Station from '@/pages/station'
import Stations from '@/pages/stations'
import { ring } from '@/platform/ring'
import { rememberMe } from '@/services/person'
import { aDaughter, aGuest, aMe, aNearbyStation, anElder, aStation } from './builders'
import { phone } from './mock-taro'
import { cloudAnswers, noNetwork } from './network'

jest.mock('@/platform/ring', () => ({ ring: jest.fn() }))

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = {}
})

const yinghu = aNearbyStation({ id: 'st-yinghu', name: '映湖社区养老驿站', walkMinutes: 12 })

describe('stations near me', () => {
  it("lists those near a daughter's mother first, by minutes on foot", async () => {
    rememberMe(aDaughter())
    const shut = { openNow: false, closesAt: null, opensAt: '2026-11-23T00:00:00.000Z', closure: null }
    const sent = cloudAnswers({
      'stations.nearby': () => [
        aNearbyStation(),
        aNearbyStation({ id: 'st-2', name: '梧桐里睦邻点', walkMinutes: 9, opening: shut }),
      ],
    })
    render(<Stations />)
    await screen.findByText('1 长江路社区养老驿站')
    expect(sent[0]?.input).toEqual({ lng: 117.15, lat: 31.84, limit: 10 })
    expect(screen.getByText('走 6 分钟')).toBeTruthy()
    expect(screen.getByText('现在没开，周一 8:00 开')).toBeTruthy()
    expect(screen.getByRole('img', { name: /妈妈家周围的驿站：1 号在东北/ })).toBeTruthy()

    fireEvent.click(screen.getByRole('radio', { name: '离我近' }))
    await screen.findByRole('img', { name: /您在这里/ })
    expect(sent.at(-1)?.input).not.toEqual(sent[0]?.input)
  })

  it('says of which it is not known whether they are open, and when the next closure comes', async () => {
    rememberMe(aGuest())
    const unsure = { why: 'holiday', from: '2026-11-21T00:00:00.000Z' } as const
    const opening = { openNow: false, closesAt: null, opensAt: null, closure: null, unsure }
    const nextClosure = { from: '2026-12-04', to: '2026-12-06', reason: '停电检修' }
    const station = aNearbyStation({ opening, nextClosure })
    cloudAnswers({
      'stations.nearby': () => [station],
      'stations.find': () => ({ stations: [station], next: null }),
    })
    render(<Stations />)
    await screen.findByText('节假日开不开不一定，请先问清楚')
    expect(screen.getByText('12月4日至6日休息：停电检修')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: '按名字找' }), { target: { value: '长江' } })
    await screen.findByText(/，节假日开不开不一定，请先问清楚，12月4日至6日休息：停电检修$/)
  })

  it('goes on beyond the first ten, and keeps the map to them', async () => {
    rememberMe(aDaughter())
    const ten = Array.from({ length: 10 }, (_, nth) => aNearbyStation({ id: `st-${nth}` }))
    const sent = cloudAnswers({
      'stations.nearby': ({ after }) => (after ? [aNearbyStation({ id: 'st-far', name: '高桥驿站' })] : ten),
    })
    render(<Stations />)
    fireEvent.click(await screen.findByRole('button', { name: '再看远一些的' }))
    await screen.findByText('11 高桥驿站')
    expect(sent.at(-1)?.input).toMatchObject({ limit: 10, after: 'st-9' })
    expect(screen.queryByRole('button', { name: '再看远一些的' })).toBeNull()
    expect(screen.getByRole('img').getAttribute('aria-label')).not.toMatch(/11 号/)
  })

  it('says at its end why the list does not go on, and goes on by one part when it is asked again', async () => {
    rememberMe(aDaughter())
    const ten = (from: number) =>
      Array.from({ length: 10 }, (_, nth) =>
        aNearbyStation({ id: `st-${from + nth}`, name: `驿站${from + nth}` }),
      )
    const answers = (isUp: boolean) =>
      cloudAnswers({
        'stations.nearby': ({ after }) => {
          if (after && !isUp) throw noNetwork()
          return ten(after ? Number(after.slice(3)) + 1 : 0)
        },
      })
    answers(false)
    await act(async () => void render(<Stations />))
    const tapMore = async () =>
      act(async () => void fireEvent.click(screen.getByRole('button', { name: '再看远一些的' })))
    await tapMore()
    await tapMore()
    expect(screen.getByText(/手机没有连上网/)).toBeTruthy()
    expect(screen.getByText('10 驿站9')).toBeTruthy()
    answers(true)
    await tapMore()
    expect(screen.getByText('20 驿站19')).toBeTruthy()
    expect(screen.queryByText(/^21 /)).toBeNull()
    expect(screen.queryByText(/手机没有连上网/)).toBeNull()
  })

  it('finds by name, and says when there is none of that name', async () => {
    rememberMe(aGuest())
    const sent = cloudAnswers({
      'stations.nearby': () => [aNearbyStation()],
      'stations.find': ({ text }) => ({
        stations: text === '梧桐' ? [aNearbyStation({ id: 'st-2', name: '梧桐里驿站' })] : [],
        next: null,
      }),
    })
    render(<Stations />)
    const box = await screen.findByRole('textbox', { name: '按名字找' })
    fireEvent.change(box, { target: { value: '梧桐' } })
    fireEvent.click(await screen.findByRole('button', { name: /梧桐里驿站/ }))
    expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toBe('/pages/station/index?stationId=st-2')
    expect(sent.at(-1)?.input).toEqual({ text: '梧桐' })
    fireEvent.change(box, { target: { value: '没有的' } })
    await screen.findByText('没有找到“没有的”')
    fireEvent.change(box, { target: { value: '' } })
    await screen.findByText('1 长江路社区养老驿站')
  })

  it('tells no way and draws no map from a home that nobody has marked, and where it is marked', async () => {
    rememberMe(aMe({ elders: [anElder({ isPlaceUnknown: true })] }))
    cloudAnswers({ 'stations.nearby': () => [aNearbyStation({ metres: 0, walkMinutes: 0 }), yinghu] })
    render(<Stations />)
    await screen.findByText('1 长江路社区养老驿站')
    expect(screen.getByText(/还没有标出您家在地图上的位置，下面从登记的驿站找起。/)).toBeTruthy()
    expect(screen.queryByText(/分钟|就在这里/)).toBeNull()
    expect(screen.queryByRole('img')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: /映湖/ }))
    fireEvent.click(screen.getByRole('button', { name: /去标出来/ }))
    expect(jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)).toEqual([
      '/pages/station/index?stationId=st-yinghu',
      '/packages/family/file/index?elderId=e-wang',
    ])

    fireEvent.click(screen.getByRole('radio', { name: '离我近' }))
    await screen.findByRole('img', { name: /您在这里/ })
    expect(screen.queryByText(/还没有标出/)).toBeNull()
    expect(screen.getByText('走 12 分钟')).toBeTruthy()
  })

  it('leads nobody to her file who may not change it', async () => {
    rememberMe(aMe({ elders: [anElder({ relation: 'daughter', scopes: ['view'], isPlaceUnknown: true })] }))
    cloudAnswers({ 'stations.nearby': () => [aNearbyStation()] })
    render(<Stations />)
    await screen.findByText(/还没有标出妈妈家在地图上的位置/)
    expect(screen.queryByRole('button', { name: /去标出来/ })).toBeNull()
  })

  it('says to a guest who stands at a station that it is here', async () => {
    rememberMe(aGuest())
    cloudAnswers({ 'stations.nearby': () => [aNearbyStation({ metres: 0, walkMinutes: 0 })] })
    render(<Stations />)
    expect(await screen.findByText('就在这里')).toBeTruthy()
  })

  it('opens a station with the way to it', async () => {
    rememberMe(aGuest())
    cloudAnswers({ 'stations.nearby': () => [aNearbyStation()] })
    render(<Stations />)
    fireEvent.click(await screen.findByRole('button', { name: /长江路/ }))
    expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toBe(
      `/pages/station/index?stationId=st-changjiang&way=${encodeURIComponent('走 6 分钟')}`,
    )
  })

  it('says so where there is none', async () => {
    rememberMe(aGuest())
    cloudAnswers({ 'stations.nearby': () => [] })
    render(<Stations />)
    await screen.findByText('附近还没有驿站')
  })

  it('keeps its question when the network is gone', async () => {
    rememberMe(aDaughter())
    cloudAnswers({
      'stations.nearby': () => {
        throw noNetwork()
      },
    })
    render(<Stations />)
    await screen.findByText(/没有连上网/)
    expect(screen.getByRole('radio', { name: '离妈妈近' }).getAttribute('aria-checked')).toBe('true')
  })
})

describe('a station', () => {
  it('tells when it is open, what it offers, and leads to its table', async () => {
    rememberMe(aGuest())
    phone.params = { stationId: 'st-changjiang', way: encodeURIComponent('走 6 分钟') }
    cloudAnswers({ 'stations.show': () => aStation() })
    render(<Station />)
    await screen.findByText('开到 17:00')
    expect(screen.getByText('走 6 分钟')).toBeTruthy()
    expect(screen.getByText('周一到周五')).toBeTruthy()
    expect(screen.getByText('8:00–17:00')).toBeTruthy()
    expect(screen.getByText('理发')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '在这里订餐' }))
    expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toBe(
      '/pages/meal/index?stationId=st-changjiang',
    )
  })

  it('says that nobody knows whether it is open, and has whoever answers be rung', async () => {
    rememberMe(aGuest())
    phone.params = { stationId: 'st-changjiang' }
    const unsure = { why: 'holiday', from: '2026-11-21T00:00:00.000Z' } as const
    const opening = { openNow: false, closesAt: null, opensAt: null, closure: null, unsure }
    const otherwise = { name: '高新区养老值班室', phone: '000-0000-0199' }
    cloudAnswers({ 'stations.show': () => aStation({ opening, onHolidays: 'unknown', otherwise }) })
    render(<Station />)
    await screen.findByText('节假日开不开不一定，请先问清楚')
    expect(screen.getByText('节假日开不开不一定，请先问清楚。')).toBeTruthy()
    expect(screen.queryByText(/开到/)).toBeNull()
    expect(screen.getByRole('button', { name: '打电话找张静' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '打电话找值班的人' }))
    expect(ring).toHaveBeenCalledWith('000-0000-0199')
    expect(screen.getByText('驿站的电话没有人接，可以问高新区养老值班室。')).toBeTruthy()
  })

  it('lists the closures that come, and says nothing of them where there are none', async () => {
    rememberMe(aGuest())
    phone.params = { stationId: 'st-changjiang' }
    const closures = [
      { from: '2026-11-23', to: '2026-11-23', reason: '消毒' },
      { from: '2026-12-04', to: '2026-12-06', reason: '停电检修' },
    ]
    cloudAnswers({ 'stations.show': () => aStation({ closures }) })
    const { unmount } = render(<Station />)
    await screen.findByText('11月23日休息：消毒。')
    expect(screen.getByText('12月4日至6日休息：停电检修。')).toBeTruthy()
    expect(screen.getByText('节假日也照这个时间开。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '打电话找值班的人' })).toBeNull()
    unmount()
    cloudAnswers({ 'stations.show': () => aStation() })
    render(<Station />)
    await screen.findByText('什么时候开')
    expect(screen.queryByText(/休息：/)).toBeNull()
  })

  it('lets its address be copied', async () => {
    rememberMe(aGuest())
    phone.params = { stationId: 'st-changjiang' }
    const writeText = jest.fn(async (_text: string) => undefined)
    Object.assign(navigator, { clipboard: { writeText } })
    cloudAnswers({ 'stations.show': () => aStation() })
    render(<Station />)
    fireEvent.click(await screen.findByRole('button', { name: '复制地址' }))
    await screen.findByText(/地址复制好了/)
    expect(writeText).toHaveBeenCalledWith('长江路 26 号')
  })

  it('offers no booking where no meals are served', async () => {
    rememberMe(aGuest())
    phone.params = { stationId: 'st-2' }
    cloudAnswers({ 'stations.show': () => aStation({ services: ['activities'], phone: null }) })
    render(<Station />)
    await screen.findByText('活动')
    expect(screen.queryByRole('button', { name: '在这里订餐' })).toBeNull()
    expect(screen.queryByRole('button', { name: /打电话/ })).toBeNull()
  })
})
