import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { Home as HomeOf, Me } from '#types/people'
import Home from '@/pages/home'
import { actFor } from '@/services/person'
import { rememberRegistered } from '@/services/registered-kin'
import {
  aDaughter,
  aGuest,
  aHome,
  aMe,
  aMother,
  aNearbyStation,
  anElder,
  anOrder,
  aStation,
  aVisit,
  now,
} from './builders'
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

/** By what readers are told of them, no two buttons are the same. */
function expectNoTwins() {
  const names = screen
    .getAllByRole('button')
    .map((one) => one.getAttribute('aria-label') ?? one.textContent ?? '')
  expect(names.filter((name, nth) => names.indexOf(name) !== nth)).toEqual([])
}

describe('home', () => {
  it.each([
    ['one elder', [aMother()]],
    ['two who are called the same', [aMother(), { ...aMother(), id: 'e-li', name: '李桂兰' }]],
  ])('has no two cards and buttons of one name, of %s', async (_whom, elders) => {
    const alarms = elders.flatMap(({ id }, nth) => [
      aVisit({ id: `v-${nth}`, elderId: id, alarm: 'unanswered', askedAt: '2026-11-21T01:00:00.000Z' }),
      aVisit({ id: `w-${nth}`, elderId: id, alarm: 'unanswered', askedAt: '2026-11-21T02:30:00.000Z' }),
    ])
    const returned = elders.map(({ id }) => ({
      id: `${id}_a`,
      elderId: id,
      category: 'subsistenceAllowance' as const,
      label: null,
    }))
    const me = aMe({ name: '李敏', roles: [{ role: 'family' }], elders })
    const home = aHome({ me, alarms, alarmCount: alarms.length, returned, nextMeal: anOrder() })
    cloudAnswers({ 'people.home': () => home })
    render(<Home />)
    expect(await screen.findAllByText(/^今天.9:00.+请的。/)).toHaveLength(elders.length)
    expectNoTwins()
    if (elders.length > 1) expect(screen.getByRole('radio', { name: '妈妈 李桂兰' })).toBeTruthy()
  })

  it("shows an elder tomorrow's lunch, its state and what she pays", async () => {
    await showing(aHome({ nextMeal: anOrder() }), '下午好，王奶奶')
    expect(screen.getByText('11月21日 周六')).toBeTruthy()
    expect(screen.getByText('明天的午餐')).toBeTruthy()
    expect(screen.getByText('已确认')).toBeTruthy()
    expect(screen.getByText('11:30 长江路社区养老驿站')).toBeTruthy()
    expect(screen.getByText(/您付/).textContent).toBe('您付 13 元')
  })

  it('says so gently when nothing is booked', async () => {
    await showing(aHome(), '接下来没有安排')
  })

  it('speaks to a daughter about her mother', async () => {
    const visit = aVisit({ state: 'claimed', helper: { name: '赵强', kind: 'partyMember' } })
    await showing(aHome({ me: aDaughter(), nextMeal: anOrder(), visit }), '下午好，李敏')
    expect(screen.getByText('妈妈 王秀英')).toBeTruthy()
    expect(screen.getByText(/妈妈付/)).toBeTruthy()
    expect(screen.getByText('赵强接了，会过去看')).toBeTruthy()
    expect(screen.getByText('今天 14:50 以前应该有人敲门')).toBeTruthy()
  })

  it.each([
    ['her daughter', aDaughter(), '妈妈订的餐和约好的上门，驿站都停了', '想问什么，打下面的电话。'],
    ['herself', aMe(), '您订的餐和约好的上门，驿站都停了', '要是弄错了，打下面的电话，说一声就能再订。'],
  ] as const)(
    'says to %s that everything was ended, whom to ask, and offers nothing',
    async (_, me, lead, ask) => {
      const contact = {
        name: '张静',
        phone: '0512-6512-3456',
        stationName: '长江路驿站',
        openNow: true,
        opensAt: null,
        otherwise: null,
      }
      await showing(aHome({ me, isEnded: true, contact }), lead)
      expect(screen.getByText(ask)).toBeTruthy()
      expect(screen.getByText('打电话找张静')).toBeTruthy()
      for (const word of ['接下来没有安排', '订餐', '请人上门看看'])
        expect(screen.queryByText(word)).toBeNull()
    },
  )

  it.each([
    ['dineIn', '看看怎么走'],
    ['delivery', '驿站怎么联系'],
  ] as const)('shows the way to nobody whose meal is brought to her: %s', async (mode, row) => {
    await showing(aHome({ nextMeal: anOrder({ mode }) }), '已确认')
    expect(screen.getAllByText(/看看怎么走|驿站怎么联系/).map(({ textContent }) => textContent)).toEqual([
      row,
    ])
  })

  it('says of a meal that has begun that nobody confirmed it', async () => {
    const begun = anOrder({ state: 'placed', startsAt: '2026-11-21T06:19:00.000Z' })
    await showing(aHome({ nextMeal: begun }), '驿站没有确认')
  })

  it('shows what was found at the door', async () => {
    const visit = aVisit({ state: 'reported', report: { outcome: 'well', note: null, at: now } })
    await showing(aHome({ visit }), '见到人了，一切都好')
  })

  it.each([
    ['urgent', { dueAt: '2026-11-21T06:50:00.000Z' }, '急事，等人接'],
    ['urgent', { dueAt: now }, '急事还没有人接'],
    ['emergency', { state: 'reported', report: { outcome: 'emergency' } }, '妈妈情况紧急'],
    ['noAnswer', { state: 'reported', report: { outcome: 'noAnswer' } }, '去看妈妈，敲了门没有人应'],
    ['unanswered', { state: 'escalated' }, '还没有人去看妈妈'],
    ['needsFound', { state: 'reported', report: { outcome: 'needsFound' } }, '妈妈有事要帮忙'],
    ['urgent', { state: 'escalated', dueAt: now }, '急事还没有办完'],
  ] as const)(
    'puts what calls for somebody first, beside a later visit: %s',
    async (alarm, own, sentence) => {
      const visit = aVisit({ id: 'v-2', urgency: 'hard' })
      const alarms = [aVisit({ ...own, alarm })]
      await showing(aHome({ me: aDaughter(), alarms, alarmCount: 1, visit }), sentence)
      const words = document.body.textContent ?? ''
      expect(words.indexOf(sentence)).toBeLessThan(words.indexOf('等附近的人接'))
      expect(words.indexOf('等附近的人接')).toBeGreaterThan(-1)
      fireEvent.click(screen.getByText(sentence))
      expect(opened()).toEqual(['/pages/visit/index?visitId=v-1'])
    },
  )

  it('says how many more call for somebody than it shows', async () => {
    const alarms = [aVisit({ alarm: 'urgent' })]
    await showing(aHome({ alarms, alarmCount: 7 }), '还有 6 件没有办完，在“我的预约”里')
  })

  it('says whose it is where there are several', async () => {
    const elders = [
      anElder(),
      anElder({ id: 'e-liu', name: '刘桂兰', politeName: '刘奶奶', relation: 'neighbour' }),
    ]
    const alarms = [
      aVisit({ id: 'v-2', elderId: 'e-liu', alarm: 'urgent', dueAt: now }),
      aVisit({ alarm: 'urgent', dueAt: now }),
    ]
    await showing(aHome({ me: aMe({ elders }), alarms, alarmCount: 2 }), '您的急事还没有人接')
    const titles = screen.getAllByText(/急事还没有人接$/).map((one) => one.textContent)
    expect(titles).toEqual(['刘奶奶的急事还没有人接', '您的急事还没有人接'])
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
    await screen.findByText('接下来没有安排')
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

  it('leads a cook to the menu of their kitchen', async () => {
    const roles = [{ role: 'kitchen' as const, kitchenId: 'k-1', orgName: '长江路中央厨房' }]
    await showing(aHome({ me: aMe({ name: '孙慧', roles, elders: [] }) }), '下午好，孙慧')
    fireEvent.click(screen.getByRole('button', { name: /菜单/ }))
    expect(opened()).toEqual(['/packages/kitchen/menu/index?kitchenId=k-1'])
  })

  it('tells a care worker that the pages are still to come', async () => {
    const roles = [{ role: 'careWorker' as const, orgName: '长江路社区养老驿站' }]
    await showing(aHome({ me: aMe({ name: '孙慧', roles, elders: [] }) }), /护理员用的页面还没有做好/)
    expect(screen.getByRole('button', { name: /附近驿站/ })).toBeTruthy()
  })

  it('tells a guest how to be registered and lets browsing go on', async () => {
    await showing(aHome({ me: aGuest(), station: aNearbyStation() }), /带上身份证/)
    expect(screen.getByText('最近的走 6 分钟')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /附近驿站/ }))
    fireEvent.click(screen.getByRole('button', { name: /订餐/ }))
    fireEvent.click(screen.getByRole('button', { name: /请人上门看看/ }))
    expect(opened()).toEqual(['/pages/stations/index', '/pages/meal/index', '/pages/visit-request/index'])
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
    await screen.findByText('接下来没有安排')
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
    await screen.findByText('接下来没有安排')
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

describe('what could not be sent', () => {
  const notice = (id: string, own: Partial<Me['notices'][number]> = {}): Me['notices'][number] => ({
    ...{ id, kind: 'orderConfirmed', elderId: 'e-wang', ref: 'o-1', at: now },
    ...own,
  })

  it('leads from a menu that is missing to that menu', async () => {
    const ref = 'k-1_2026-11-23_lunch'
    const notices = [notice('m-1', { kind: 'menuMissing', ref, elderId: null })]
    const roles = [{ role: 'kitchen' as const, kitchenId: 'k-1' }]
    await showing(aHome({ me: aMe({ roles, elders: [], notices }) }), '下周的菜单还没有发，老人还订不到')
    fireEvent.click(screen.getByRole('button', { name: /下周的菜单还没有发/ }))
    expect(opened()).toEqual(['/packages/kitchen/menu/index?kitchenId=k-1&week=2026-11-23&slot=lunch'])
  })

  it('stands on the home page, the latest first, with a number on the tab', async () => {
    const notices = [notice('m-1'), notice('m-2', { kind: 'visitAlarm', ref: 'v-1' })]
    await showing(aHome({ me: { ...aDaughter(), notices } }), '妈妈：上门的结果要马上看')
    const rows = screen.getAllByText(/^妈妈：/).map(({ textContent }) => textContent)
    expect(rows).toEqual(['妈妈：上门的结果要马上看', '妈妈：驿站确认了订餐'])
    expect(screen.getByRole('button', { name: '首页2件要看' })).toBeTruthy()
  })

  it('leads to what it tells of: a family to the visit, staff to their doors', async () => {
    const alarm = notice('m-1', { kind: 'visitAlarm', ref: 'v-1' })
    await showing(aHome({ me: { ...aDaughter(), notices: [alarm] } }), '妈妈：上门的结果要马上看')
    fireEvent.click(screen.getByText('妈妈：上门的结果要马上看'))
    expect(opened()).toEqual(['/pages/visit/index?visitId=v-1'])

    const clerk = aMe({ roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] })
    await showing(aHome({ me: { ...clerk, notices: [alarm] } }), '上门的结果要马上看')
    fireEvent.click(screen.getByText('上门的结果要马上看'))
    expect(opened().at(-1)).toBe('/packages/helper/visits/index')
  })

  it('goes once it was read, three at a time', async () => {
    const notices = ['m-1', 'm-2', 'm-3', 'm-4'].map((id) => notice(id))
    let left = notices
    const sent = cloudAnswers({
      'people.home': () => aHome({ me: { ...aDaughter(), notices: left } }),
      'people.seen': ({ noticeIds }) => {
        left = left.filter(({ id }) => !noticeIds.includes(id))
        return {}
      },
    })
    render(<Home />)
    await screen.findByText('微信没能发给您的消息，一共 4 条')
    fireEvent.click(screen.getByText('这几条看过了'))
    await screen.findByText('看过了')
    expect(sent.find(({ name }) => name === 'people.seen')?.input).toMatchObject({
      noticeIds: ['m-4', 'm-3', 'm-2'],
    })
    expect(screen.getByRole('button', { name: '首页1件要看' })).toBeTruthy()
  })

  it('has no place on a home without any', async () => {
    await showing(aHome(), '接下来没有安排')
    expect(screen.queryByText(/微信没能发给您/)).toBeNull()
  })
})

describe('the person to ring', () => {
  const contact = {
    ...{ name: '张静', phone: '000-0000-0103', stationName: '长江路社区养老驿站' },
    ...{ openNow: true, opensAt: null, otherwise: null },
  }

  it('is hers at the station while it is open', async () => {
    await showing(aHome({ contact }), '打电话找张静')
    expect(screen.getByText('长江路社区养老驿站的工作人员')).toBeTruthy()
  })

  it('is whoever answers now while it is closed', async () => {
    const otherwise = { name: '高新区养老值班室', phone: '000-0000-0199' }
    const closed = { ...contact, openNow: false, opensAt: '2026-11-22T00:00:00.000Z', otherwise }
    await showing(aHome({ contact: closed }), '打电话找值班的人')
    expect(
      screen.getByText('长江路社区养老驿站现在没开门，明天 8:00 开门。这会儿由高新区养老值班室接电话。'),
    ).toBeTruthy()
  })

  it('does not say that a station is shut of which nobody knows', async () => {
    const unsure = { why: 'holiday', from: '2026-11-21T00:00:00.000Z' } as const
    const otherwise = { name: '高新区养老值班室', phone: '000-0000-0199' }
    await showing(aHome({ contact: { ...contact, openNow: false, unsure, otherwise } }), '打电话找值班的人')
    expect(
      screen.getByText(
        '长江路社区养老驿站：节假日开不开不一定，请先问清楚。这会儿由高新区养老值班室接电话。',
      ),
    ).toBeTruthy()
  })

  it('says that nobody may answer where the district names nobody', async () => {
    await showing(aHome({ contact: { ...contact, openNow: false } }), '打电话找张静')
    expect(screen.getByText('长江路社区养老驿站现在没开门，这几天不开门。电话可能没有人接。')).toBeTruthy()
  })
})

describe('what calls for somebody where one works', () => {
  const atWork = { emergency: 1, late: 2, noAnswer: 0, urgent: 3, unanswered: 0, needsFound: 4 }
  const clerk = aMe({ roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] })

  it('stands before the work, the worst first, with a number on the tab, and leads to the doors', async () => {
    await showing(aHome({ me: clerk, atWork }), '1 件情况紧急')
    expect(screen.getByText('2 件急事过了时间，还没有办完')).toBeTruthy()
    expect(screen.getByText('3 件急事还没办完')).toBeTruthy()
    expect(screen.getByText('4 家有事要帮，还没有安排')).toBeTruthy()
    expect(screen.getByRole('button', { name: '首页10件要看' })).toBeTruthy()
    fireEvent.click(screen.getByText('1 件情况紧急'))
    expect(opened()).toEqual(['/packages/helper/visits/index'])
  })

  it('leads a supervisor to what was passed on to them', async () => {
    const supervisor = aMe({ roles: [{ role: 'supervisor' }], elders: [] })
    await showing(aHome({ me: supervisor, atWork: { ...atWork, emergency: 0 } }), /2 件急事过了时间/)
    fireEvent.click(screen.getByText('2 件急事过了时间，还没有办完'))
    expect(opened()).toEqual(['/packages/helper/visits/index'])
  })

  it('has no place while nothing does', async () => {
    await showing(
      aHome({ me: clerk, atWork: { ...atWork, emergency: 0, late: 0, urgent: 0, needsFound: 0 } }),
      /今天的订单/,
    )
    expect(screen.queryByText(/件急事/)).toBeNull()
  })
})

describe('an application that came back', () => {
  const returned = {
    id: 'e-wang_own-1',
    elderId: 'e-wang',
    category: 'subsistenceAllowance',
    label: null,
  } as const

  it.each([
    ['a daughter', aDaughter(), '妈妈的“低保”申请退回来了'],
    ['an elder', aMe(), '“低保”申请退回来了'],
  ])('is told to %s until it is sent again, and opened from there', async (_who, me, words) => {
    await showing(aHome({ me, returned: [returned] }), words)
    fireEvent.click(screen.getByRole('button', { name: /退回来了/ }))
    expect(opened()).toEqual(['/packages/benefits/application/index?applicationId=e-wang_own-1'])
  })
})

it('tells a son who may only look that he looks, and acts for nobody', async () => {
  const son = aMe({ name: '王浩', elders: [anElder({ relation: 'son', scopes: ['view'] })] })
  await showing(aHome({ me: son, elder: son.elders[0] ?? null }), /您可以看/)
  expect(screen.queryByText(/正在替/)).toBeNull()
})

describe('home of somebody who has registered a relative', () => {
  const registered = {
    elderId: 'e-wang',
    name: '王秀英',
    stationId: 'st-changjiang',
    stationName: '长江路社区养老驿站',
  }
  const waiting = (state: Me['asked'][number]['state']) =>
    aHome({
      me: aMe({
        name: '王建军',
        roles: [],
        elders: [],
        asked: [
          { elderId: 'e-wang', name: '王*英', relation: 'son', state, memberId: 'e-wang_p', since: now },
        ],
      }),
      elder: null,
    })

  it('says by her name what is waited for, whom to ring, and what to send her', async () => {
    rememberRegistered(registered)
    cloudAnswers({ 'people.home': () => waiting('asked'), 'stations.show': () => aStation() })
    const writeText = jest.fn(async (_text: string) => undefined)
    Object.assign(navigator, { clipboard: { writeText } })
    render(<Home />)
    await screen.findByText('王秀英登记上了，还差本人同意')
    expect(screen.getByText('替王秀英办（您是儿子）')).toBeTruthy()
    expect(screen.getByText('老人同意了就能请')).toBeTruthy()
    expect(screen.queryByText(/登记一次|最近的/)).toBeNull()
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
    expect(screen.getByText(/在自己手机的银龄驿里填上，自己点同意/)).toBeTruthy()
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '复制下来，发给老人' })))
    expect(writeText.mock.calls[0]?.[0]).toBe(
      '我替王秀英登记了。请给长江路社区养老驿站打个电话（000-0000-0103），说一声同意，我就能帮着订餐、请人上门。',
    )
  })

  it('still says whom to ring to a daughter who waits for another elder', async () => {
    const contact = {
      ...{ name: '张静', phone: '000-0000-0103', stationName: '长江路社区养老驿站' },
      ...{ openNow: true, opensAt: null, otherwise: null },
    }
    const asked = waiting('asked').me.asked
    await showing(aHome({ me: { ...aDaughter(), asked }, contact }), '打电话找张静')
  })

  it.each(['declined', 'revoked'] as const)('says no more of it when it was %s', async (state) => {
    rememberRegistered(registered)
    await showing(waiting(state), '替王秀英办（您是儿子）')
    expect(screen.queryByText(/还差本人同意/)).toBeNull()
  })

  it('knows a masked name on another phone', async () => {
    await showing(waiting('asked'), '替王*英办（您是儿子）')
    expect(screen.queryByText(/还差本人同意/)).toBeNull()
  })

  it('has no two buttons of one name where two have been registered', async () => {
    const other = { ...registered, elderId: 'e-li', name: '李德明' }
    rememberRegistered(registered)
    rememberRegistered(other)
    const home = waiting('asked')
    const [first] = home.me.asked
    const asked = first ? [first, { ...first, elderId: 'e-li', name: '李*明', memberId: 'e-li_p' }] : []
    cloudAnswers({
      'people.home': () => ({ ...home, me: { ...home.me, asked } }),
      'stations.show': () => aStation(),
    })
    render(<Home />)
    await screen.findByRole('button', { name: '打电话找张静，李德明的登记' })
    expectNoTwins()
  })

  it.each([true, false])(
    'opens to what is waited for, and takes the asking back: registered here %s',
    async (isHere) => {
      if (isHere) rememberRegistered(registered)
      let home = waiting('asked')
      const sent = cloudAnswers({
        'people.home': () => home,
        'people.me': () => home.me,
        'stations.show': () => aStation(),
        'people.revoke': () => {
          home = { ...home, me: { ...home.me, asked: [] } }
          return { memberId: 'e-wang_p', state: 'revoked' }
        },
      })
      render(<Home />)
      const name = isHere ? '王秀英' : '王*英'
      const tap = (one: string | RegExp) =>
        act(async () => fireEvent.click(screen.getByRole('button', { name: one })))
      await screen.findByText(`替${name}办（您是儿子）`)
      await tap(/等老人同意，点开看怎么办/)
      const sheet = within(screen.getByRole('dialog', { name: `等${name}同意` }))
      expect(sheet.getByText(/您以儿子的身份.+老人还没有答复。$/)).toBeTruthy()
      expect(sheet.getByText(isHere ? '三个办法，选一个就行' : '老人没有手机')).toBeTruthy()
      expect(sheet.getByRole('button', { name: isHere ? '打电话找张静' : '找老人驿站的电话' })).toBeTruthy()
      await tap('不办了，收回')
      expect(sent.some(({ name }) => name === 'people.revoke')).toBe(false)
      await tap('确定收回')
      expect(sent.find(({ name }) => name === 'people.revoke')?.input).toMatchObject({ memberId: 'e-wang_p' })
      expect(screen.queryByText('办到哪一步了')).toBeNull()
    },
  )

  it('is not told the way to a station a thousand kilometres away', async () => {
    const station = aNearbyStation({ metres: 1_456_000, walkMinutes: 24_000 })
    await showing(aHome({ me: aGuest(), station }), '附近驿站')
    expect(screen.queryByText(/公里/)).toBeNull()
  })
})

describe('the way to the nearest station', () => {
  const here = aNearbyStation({ metres: 0, walkMinutes: 0 })
  const unmarked = aMe({ elders: [anElder({ isPlaceUnknown: true })] })

  it.each([
    ['from her home', aMe(), aNearbyStation(), '最近的走 6 分钟'],
    ['from nowhere, where nobody has marked it', unmarked, aNearbyStation(), '吃饭、量血压、理发'],
    ['none from a home that is the station', aMe(), here, '吃饭、量血压、理发'],
    ['none for a guest who stands there', aGuest(), here, '最近的就在这里'],
  ])('is told %s', async (_where, me, station, hint) => {
    await showing(aHome({ me, station }), hint)
    expect(screen.queryByText(/ 0 分钟/)).toBeNull()
  })
})

describe('who does not fit what a station serves any more', () => {
  const manager = { role: 'manager' as const, stationId: 'st-changjiang', orgName: '长江路社区养老驿站' }
  const misfits = (count: number) => ({ count, misfits: [], next: null })
  async function at(roles: Me['roles'], counts: (stationId: string) => number) {
    const me = aMe({ name: '林芳', roles, elders: [] })
    const sent = cloudAnswers({
      'people.home': () => aHome({ me, elder: null }),
      'meals.misfits': ({ stationId }) => misfits(counts(stationId)),
    })
    render(<Home />)
    await screen.findAllByText('今天的订单')
    await act(async () => undefined)
    return sent
  }
  const asked = (sent: Awaited<ReturnType<typeof at>>) =>
    sent.flatMap(({ name, input }) => (name === 'meals.misfits' ? [input.stationId] : []))

  it('is counted for its manager, and leads to the list', async () => {
    await at([manager], () => 3)
    fireEvent.click(await screen.findByRole('button', { name: /3 份订餐对不上了/ }))
    expect(opened()).toEqual(['/packages/planning/misfits/index?stationId=st-changjiang'])
  })

  it('is told of each of two stations by its name, where there is anybody', async () => {
    const other = { ...manager, stationId: 'st-yinghu', orgName: '映湖社区养老驿站' }
    await at([manager, other], (stationId) => (stationId === 'st-yinghu' ? 2 : 0))
    expect(await screen.findByRole('button', { name: /2 份订餐对不上了.*映湖社区养老驿站/ })).toBeTruthy()
    expect(screen.getAllByText(/份订餐对不上了/)).toHaveLength(1)
  })

  it('is nothing where everybody fits, and is asked by nobody else', async () => {
    expect(asked(await at([manager], () => 0))).toEqual(['st-changjiang'])
    expect(screen.queryByText(/对不上/)).toBeNull()
    cleanup()
    expect(asked(await at([{ ...manager, role: 'clerk' }], () => 3))).toEqual([])
    expect(screen.queryByText(/对不上/)).toBeNull()
  })

  it('is counted anew when the page is shown, and not while it only stays open', async () => {
    jest.useFakeTimers({ now: Date.now() })
    const sent = await at([manager], () => 1)
    const before = asked(sent).length
    await act(async () => jest.advanceTimersByTimeAsync(60_000))
    expect(asked(sent)).toHaveLength(before)
    await act(async () => phone.show())
    expect(asked(sent)).toHaveLength(before + 1)
    jest.useRealTimers()
  })
})
