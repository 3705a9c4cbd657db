import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Home as HomeOf } from '#types/people'
import Home from '@/pages/home'
import { actFor } from '@/services/person'
import { aDaughter, aGuest, aHome, aMe, aNearbyStation, anElder, anOrder, aVisit, now } from './builders'
import { phone } from './mock-taro'
import { cloudAnswers, noNetwork, refused } from './network'

const opened = () => jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)

async function showing(home: HomeOf, sentence: string | RegExp) {
  cloudAnswers({ 'people.home': () => home })
  render(<Home />)
  await screen.findByText(sentence)
}

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
})

describe('home', () => {
  it("shows an elder tomorrow's lunch, its state and what she pays", async () => {
    await showing(aHome({ nextMeal: anOrder() }), '下午好，王奶奶')
    expect(screen.getByText('11月21日 周六')).toBeTruthy()
    expect(screen.getByText('明天的午餐')).toBeTruthy()
    expect(screen.getByText('已确认')).toBeTruthy()
    expect(screen.getByText('11:30 长江路社区养老驿站')).toBeTruthy()
    expect(screen.getByText(/您付/).textContent).toBe('您付 13 元')
  })

  it('says so gently when nothing is booked', async () => {
    await showing(aHome(), '今天还没有安排')
  })

  it('speaks to a daughter about her mother', async () => {
    const visit = aVisit({ state: 'claimed', helper: { name: '赵强', kind: 'partyMember' } })
    await showing(aHome({ me: aDaughter(), nextMeal: anOrder(), visit }), '下午好，李敏')
    expect(screen.getByText('妈妈 王秀英')).toBeTruthy()
    expect(screen.getByText(/妈妈付/)).toBeTruthy()
    expect(screen.getByText('赵强在路上了')).toBeTruthy()
    expect(screen.getByText('今天 14:50 以前有人敲门')).toBeTruthy()
  })

  it('shows what was found at the door', async () => {
    const visit = aVisit({ state: 'reported', report: { outcome: 'well', note: null, at: now } })
    await showing(aHome({ visit }), '见到人了，一切都好')
  })

  it('lets one of a couple act for the other', async () => {
    const me = aMe({ elders: [anElder(), anElder({ id: 'e-liu', name: '刘桂兰', relation: 'spouse' })] })
    const sent = cloudAnswers({
      'people.home': ({ elderId }) =>
        aHome({ me, elder: me.elders.find(({ id }) => id === elderId) ?? me.elders[0] }),
    })
    render(<Home />)
    fireEvent.click(await screen.findByRole('radio', { name: '老伴' }))
    await screen.findByText(/正在替/)
    expect(sent.at(-1)?.input).toEqual({ elderId: 'e-liu' })
    fireEvent.click(screen.getByRole('radio', { name: '我自己' }))
    await screen.findByText('今天还没有安排')
  })

  it('leads a clerk straight to the orders of the station, and to who waits and what was found', async () => {
    const roles = [{ role: 'clerk' as const, stationId: 'st-changjiang', orgName: '长江路社区养老驿站' }]
    await showing(aHome({ me: aMe({ name: '张静', roles, elders: [] }) }), '下午好，张静')
    fireEvent.click(screen.getByRole('button', { name: /今天的订单/ }))
    fireEvent.click(screen.getByRole('button', { name: /敲门和结果/ }))
    expect(opened()).toEqual([
      '/packages/staff/queue/index?stationId=st-changjiang',
      '/packages/helper/visits/index',
    ])
    expect(screen.queryByText('请人上门看看')).toBeNull()
  })

  it('shows one way to the doors to a coordinator who is a volunteer too', async () => {
    const roles = [{ role: 'volunteer' as const }, { role: 'coordinator' as const }]
    await showing(aHome({ me: aMe({ name: '周琳', roles, elders: [] }) }), '下午好，周琳')
    expect(screen.getAllByRole('button', { name: /敲门/ })).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: /敲门和结果/ }))
    expect(opened()).toEqual(['/packages/helper/visits/index'])
  })

  it('tells a cook that the pages are still to come', async () => {
    const roles = [{ role: 'kitchen' as const, orgName: '长江路中央厨房' }]
    await showing(aHome({ me: aMe({ name: '孙慧', roles, elders: [] }) }), /厨房用的页面还没有做好/)
    expect(screen.getByRole('button', { name: /附近驿站/ })).toBeTruthy()
  })

  it('tells a guest how to be registered and lets browsing go on', async () => {
    await showing(aHome({ me: aGuest(), station: aNearbyStation() }), /带上身份证/)
    fireEvent.click(screen.getByRole('button', { name: /附近驿站/ }))
    fireEvent.click(screen.getByRole('button', { name: /订餐/ }))
    fireEvent.click(screen.getByRole('button', { name: /请人上门看看/ }))
    expect(opened()).toEqual(['/pages/stations/index', '/pages/meal/index', '/pages/stations/index'])
  })

  it('gives a guest the ways in', async () => {
    await showing(aHome({ me: aGuest() }), /带上身份证/)
    fireEvent.click(screen.getByRole('button', { name: '在手机上登记' }))
    fireEvent.click(screen.getByRole('button', { name: '我有邀请码' }))
    expect(opened()).toEqual(['/packages/family/register/index', '/packages/family/join/index'])
  })

  it('tells an elder first that her daughter wants to act for her', async () => {
    const asks = [{ memberId: 'e-wang_o-li-min', name: '李敏', relation: 'daughter' as const }]
    await showing(aHome({ me: aMe({ asks }) }), '女儿李敏想替您办事')
    fireEvent.click(screen.getByRole('button', { name: /女儿李敏想替您办事/ }))
    expect(opened()).toEqual(['/packages/family/circle/index?elderId=e-wang'])
  })

  it('starts afresh when the elder chosen last may no longer be seen', async () => {
    actFor('e-gone')
    cloudAnswers({
      'people.home': ({ elderId }) => {
        if (elderId) throw refused('FORBIDDEN')
        return aHome()
      },
    })
    render(<Home />)
    await screen.findByText('今天还没有安排')
  })

  it('says what to do when there is no network, and opens once there is', async () => {
    cloudAnswers({
      'people.home': () => {
        throw noNetwork()
      },
    })
    render(<Home />)
    await screen.findByText(/没有连上网/)
    cloudAnswers({ 'people.home': () => aHome() })
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
    await screen.findByText('今天还没有安排')
  })

  it('keeps what was seen when a later reload fails', async () => {
    await showing(aHome({ nextMeal: anOrder() }), '已确认')
    cloudAnswers({
      'people.home': () => {
        throw noNetwork()
      },
    })
    await act(async () => phone.show())
    await screen.findByText(/前一次看到的/)
    expect(screen.getByText('已确认')).toBeTruthy()
  })
})
