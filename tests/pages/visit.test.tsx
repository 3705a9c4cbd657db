import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { Alarm, EmergencyFromAfar, Outcome, Visit } from '#types/visits'
import VisitProgress from '@/pages/visit'
import { rememberMe } from '@/services/person'
import { aDaughter, aHome, aMe, aReport, aVisit, now } from './builders'
import { phone } from './mock-taro'
import { cloudAnswers, noNetwork, refused } from './network'

const contact = {
  ...{ name: '张静', phone: '000-0000-0103', stationName: '长江路社区养老驿站' },
  ...{ openNow: true, opensAt: null, otherwise: null },
}
const liMin = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' } as const
const zhaoQiang = { name: '赵强', role: 'volunteer', relation: null, channel: 'app' } as const
const helper = { name: '赵强', kind: 'partyMember' } as const

type Own = Parameters<typeof aVisit>[0]

const asked = (over: Own = {}) =>
  aVisit({ askedBy: liMin, history: [{ state: 'open', at: now, by: liMin }], ...over })

const claimed = (over: Own = {}) =>
  asked({
    state: 'claimed',
    helper,
    history: [
      { state: 'open', at: now, by: liMin },
      { state: 'claimed', at: '2026-11-21T06:23:00.000Z', by: zhaoQiang },
    ],
    ...over,
  })

const reported = (outcome: Outcome, note: string | null = null) =>
  claimed({
    state: 'reported',
    report: { outcome, note },
    alarm: outcome === 'well' || outcome === 'refused' ? null : outcome,
  })

async function showing(visit: Visit, sentence: string | RegExp, tried: EmergencyFromAfar | null = null) {
  const sent = cloudAnswers({
    'visits.show': () => visit,
    'people.home': () => aHome({ contact }),
    'visits.emergencyFromAfar': () => tried,
  })
  render(<VisitProgress />)
  await screen.findByText(sentence)
  return sent
}

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { visitId: 'v-1' }
  rememberMe(aDaughter())
})

describe('progress of a visit', () => {
  it('tells how it stands, who did what, and what is awaited', async () => {
    await showing(claimed(), '赵强接了，会过去看')
    expect(screen.getByText('今天 14:50 以前到。')).toBeTruthy()
    const steps = screen.getAllByRole('listitem').map((step) => step.textContent)
    expect(steps).toEqual(['14:20 您请人上门', '14:23 赵强接了，党员志愿者', '等赵强到门口'])
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
  })

  it('asks anew whom to ring once five minutes have passed on the cloud’s clock', async () => {
    const askedFor = async (minutes: number) => {
      rememberMe({ ...aDaughter(), now: new Date(Date.parse(now) + minutes * 60_000).toISOString() })
      const sent = await showing(claimed({ elderId: 'e-other' }), '赵强接了，会过去看')
      await screen.findByRole('button', { name: '打电话找张静' })
      cleanup()
      return sent.filter(({ name }) => name === 'people.home').length
    }
    expect(await askedFor(0)).toBe(1)
    expect(await askedFor(4)).toBe(0)
    expect(await askedFor(6)).toBe(1)
  })

  it('says who does not go any more: whoever gave it back, or that the coordinator asks somebody else', async () => {
    const at = '2026-11-21T06:25:00.000Z'
    const zhouLin = { name: '周琳', role: 'coordinator', relation: null, channel: 'app' } as const
    for (const [by, said] of [
      [zhaoQiang, /赵强不去了，在等别人$/],
      [zhouLin, /周琳请别人去，在等人接$/],
    ] as const) {
      const { history } = claimed()
      await showing(asked({ history: [...history, { state: 'open', at, by }] }), '等人接')
      const steps = screen.getAllByRole('listitem').map((step) => step.textContent)
      expect(steps.at(-2)).toMatch(said)
      cleanup()
    }
  })

  it('has 120 where it cannot be opened', async () => {
    cloudAnswers({
      'visits.show': () => {
        throw noNetwork()
      },
    })
    render(<VisitProgress />)
    await screen.findByText('没有打开')
    expect(screen.getByRole('button', { name: /要救命，先打 120/ })).toBeTruthy()
  })

  it('waits calmly while nobody has it', async () => {
    await showing(asked(), '等人接')
  })

  it('says so when the promised time is over', async () => {
    await showing(asked({ dueAt: now }), '还没有人接')
    expect(screen.getByText(/请打电话催一催/)).toBeTruthy()
  })

  it('shows what was seen and is closed with one tap by whoever asked', async () => {
    await showing(reported('well', '助听器没电了'), '见到妈妈了，一切都好')
    expect(screen.getByText('助听器没电了')).toBeTruthy()
    const sent = cloudAnswers({
      'visits.close': () => aVisit(),
      'visits.show': () => ({ ...reported('well'), state: 'closed' }),
    })
    const button = screen.getByRole('button', { name: '我看过了' })
    await act(async () => {
      fireEvent.click(button)
      fireEvent.click(button)
    })
    expect(sent.filter(({ name }) => name === 'visits.close')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: '我看过了' })).toBeNull()
  })

  it('is not closed by whoever asked where something bad was written before all was well', async () => {
    const earlierReports = [aReport({ outcome: 'noAnswer', at: '2026-11-21T06:10:00.000Z' })]
    await showing({ ...reported('well'), earlierReports }, '见到妈妈了，一切都好')
    expect(screen.getByText(/要等驿站或者协调员写下怎么办的/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '我看过了' })).toBeNull()
  })

  it('is read anew where something was written before it was said to be read', async () => {
    await showing(reported('well'), '见到妈妈了，一切都好')
    const sent = cloudAnswers({
      'visits.close': () => {
        throw refused('REPORT_CHANGED')
      },
      'visits.show': () => reported('emergency'),
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '我看过了' })))
    expect(sent[0]?.input).toMatchObject({ seen: aReport().at })
    await screen.findByText('妈妈情况紧急')
    expect(screen.queryByRole('button', { name: '我看过了' })).toBeNull()
  })

  it('lets no call come under the finger where one must ring', async () => {
    const tellHome: (() => void)[] = []
    const unheard = claimed({ state: 'reported', elderId: 'e-slow', report: { outcome: 'noAnswer' } })
    cloudAnswers({
      'visits.show': () => unheard,
      'people.home': () => new Promise((resolve) => tellHome.push(() => resolve(aHome({ contact })))),
    })
    await act(async () => void render(<VisitProgress />))
    const foot = () => screen.queryByRole('region', { name: '办理' })?.textContent ?? ''
    expect(screen.queryByRole('button', { name: '我看过了' })).toBeNull()
    expect(foot()).toBe('')
    await act(async () => tellHome.forEach((tell) => void tell()))
    expect(foot()).toBe('打电话找张静')
  })

  it('leaves the closing to whoever asked', async () => {
    await showing({ ...reported('well'), askedBy: zhaoQiang }, '见到妈妈了，一切都好')
    expect(screen.queryByRole('button', { name: '我看过了' })).toBeNull()
  })

  it('says what to do and whom to ring when nobody answered', async () => {
    await showing(reported('noAnswer'), '敲了门，没有人应')
    expect(screen.getByText(/先给妈妈打个电话/)).toBeTruthy()
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '再请人去一次' }))
    expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toBe(
      '/pages/visit-request/index?elderId=e-wang',
    )
  })

  it.each([
    ['open', asked()],
    ['claimed', claimed()],
    ['at the door', claimed({ state: 'onSite' })],
    ['passed on', asked({ state: 'escalated', alarm: 'urgent' })],
    ['reported', reported('well')],
    ['closed', claimed({ state: 'closed' })],
    ['an emergency that was not urgent', { ...reported('emergency'), urgency: 'worry' as const }],
  ])('puts 120 first on the page: %s', async (_case, visit) => {
    await showing(visit, '请人看妈妈')
    const words = document.body.textContent ?? ''
    expect(words.indexOf('在妈妈身边：打 120')).toBeGreaterThan(-1)
    expect(words.indexOf('在妈妈身边：打 120')).toBeLessThan(words.indexOf('请人看妈妈'))
  })

  it('tells a daughter far away that 120 rings where she is, and gives her no button that pretends', async () => {
    await showing(asked(), '您要是在外地')
    expect(screen.getByText(/到不了妈妈那里。请马上打给在妈妈身边的人/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^拨 / })).toBeNull()
    expect(screen.getByText(/打通了就念地址/).textContent).toContain('长江路 18 弄')
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '复制地址' })))
    expect(screen.getByText(/地址复制好了|请照着念/)).toBeTruthy()
  })

  it('tells her what became of it before what to do from afar, once it is over', async () => {
    await showing(claimed({ state: 'closed' }), '您要是在外地')
    const words = document.body.textContent ?? ''
    expect(words.indexOf('您要是在外地')).toBeGreaterThan(words.indexOf('这一次结束了'))
  })

  it('offers what somebody has tried to dial from afar, and says who did', async () => {
    const tried = { digits: '000-120', triedBy: '周琳', on: '2026-11-01' }
    await showing(asked(), /周琳 2026年11月1日 试过/, tried)
    expect(screen.getByRole('button', { name: '拨 000-120' })).toBeTruthy()
  })

  it('leaves an elder herself with 120 alone', async () => {
    rememberMe(aMe())
    await showing(asked(), '请人来看您')
    expect(screen.getByRole('button', { name: /要救命，先打 120/ })).toBeTruthy()
    expect(screen.queryByText('您要是在外地')).toBeNull()
  })

  it.each([
    [true, /120 已经打了/],
    [false, /120 还没有打/],
    [null, /没有写打没打 120/],
  ])('tells of an emergency what was said of 120, and nothing else: %s', async (ambulanceCalled, said) => {
    const report = { outcome: 'emergency' as const, ambulanceCalled }
    await showing(claimed({ state: 'reported', alarm: 'emergency', report }), '妈妈情况紧急')
    expect(screen.getByText(said)).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/已经求助|正在跟进/)
  })

  it.each(['emergency', 'noAnswer'] as const)(
    'leaves the closing of %s to the station, and says so',
    async (outcome) => {
      await showing(reported(outcome), /要等驿站或者协调员办妥/)
      expect(screen.queryByRole('button', { name: '我看过了' })).toBeNull()
      expect(screen.queryByRole('button', { name: '不用去了' })).toBeNull()
    },
  )

  it('shows every report in order, the first too', async () => {
    const earlier = aReport({ outcome: 'noAnswer', note: '敲了三遍', at: '2026-11-21T06:10:00.000Z' })
    const report = { outcome: 'well' as const, note: '刚才在洗澡' }
    await showing(claimed({ state: 'reported', report, earlierReports: [earlier] }), '见到妈妈了，一切都好')
    const words = document.body.textContent ?? ''
    expect(words.indexOf('敲了三遍')).toBeGreaterThan(-1)
    expect(words.indexOf('敲了三遍')).toBeLessThan(words.indexOf('刚才在洗澡'))
  })

  const staff = { name: '张静', role: 'clerk', relation: null, channel: 'app' } as const
  const settled = (note: string | null, alarm: Alarm = 'emergency') =>
    claimed({
      state: 'closed',
      report: { outcome: 'emergency' },
      settlings: [{ alarm, note, at: '2026-11-21T06:40:00.000Z', by: staff }],
      history: [{ state: 'closed', at: '2026-11-21T06:40:00.000Z', by: staff }],
    })

  it('says first what was done about it, by whom and when, and still what was found', async () => {
    await showing(settled('家人已经到了'), '办妥了')
    expect(screen.getByText(/14:40 .*张静办的：家人已经到了/)).toBeTruthy()
    expect(screen.getByText('情况紧急')).toBeTruthy()
  })

  it('says of a need that it is open, leaves it to the station, and says what was arranged after that', async () => {
    await showing(reported('needsFound'), '见到妈妈了，有事要帮忙')
    expect(screen.getByText(/要等驿站或者协调员写下怎么安排/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '我看过了' })).toBeNull()
    expect(document.body.textContent).not.toMatch(/安排好了|办妥了/)
    cleanup()
    const report = aReport({ outcome: 'well', note: '睡得好' })
    await showing({ ...settled('家人说好会去办', 'needsFound'), report }, '安排好了')
    expect(document.body.textContent).not.toMatch(/办妥了/)
    expect(screen.getByText(/14:40 .*张静办的：家人说好会去办/)).toBeTruthy()
  })

  it('begins with the need that is open, whatever was seen since, and what to do about it', async () => {
    const earlierReports = [
      aReport({ outcome: 'needsFound', note: '水龙头坏了', at: '2026-11-21T06:10:00.000Z' }),
    ]
    const report = { outcome: 'well' as const, at: '2026-11-21T06:20:00.000Z' }
    await showing(
      claimed({ state: 'reported', alarm: 'needsFound', report, earlierReports }),
      '见到妈妈了，有事要帮忙',
    )
    expect(screen.getByText(/^打电话给驿站，商量谁来帮/)).toBeTruthy()
    expect(screen.queryByText('见到妈妈了，一切都好')).toBeNull()
  })

  it('says that it is dealt with to whoever may not read how', async () => {
    await showing(settled(null), '办妥了')
    expect(screen.getByText(/14:40 .*张静办的。/)).toBeTruthy()
  })

  it('says of words that were held back who may read them', async () => {
    const report = { outcome: 'emergency' as const, isHeld: true }
    await showing(
      claimed({ state: 'reported', alarm: 'emergency', report, reason: null, reasonHeld: true }),
      '妈妈情况紧急',
    )
    expect(screen.getAllByText(/要先由驿站的人看过/)).toHaveLength(2)
  })

  it('says why it has ended although nobody cancelled it, and asks nobody to go again', async () => {
    await showing(aVisit({ state: 'cancelled', ended: 'died' }), '已经取消了')
    expect(screen.getByText('老人已经过世。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '再请人去一次' })).toBeNull()
  })

  it.each([false, true])(
    'asks somebody to go again to a shut door, unless she has died: %s',
    async (isEnded) => {
      const [mother] = aDaughter().elders
      const elderId = isEnded ? 'e-dead' : 'e-alive'
      rememberMe({ ...aDaughter(), elders: mother ? [{ ...mother, id: elderId }] : [] })
      cloudAnswers({
        'visits.show': () => ({ ...reported('noAnswer'), elderId }),
        'people.home': () => aHome({ contact, isEnded }),
      })
      render(<VisitProgress />)
      await screen.findByRole('button', { name: '打电话找张静' })
      expect(screen.queryAllByRole('button', { name: '再请人去一次' })).toHaveLength(isEnded ? 0 : 1)
    },
  )

  it('asks once before it is cancelled, and keeps the visit when that fails', async () => {
    await showing(claimed(), '赵强接了，会过去看')
    fireEvent.click(screen.getByRole('button', { name: '不用去了' }))
    const dialog = screen.getByRole('dialog', { name: '真的不用去了吗？' })
    expect(dialog.textContent).toContain('赵强已经接了')
    cloudAnswers({
      'visits.cancel': () => {
        throw refused('WRONG_STATE')
      },
    })
    const confirm = screen.getAllByRole('button', { name: '不用去了' }).at(-1)
    await act(async () => void (confirm && fireEvent.click(confirm)))
    expect(screen.getByText(/刚刚有了变化/)).toBeTruthy()
    expect(screen.getByText('赵强接了，会过去看')).toBeTruthy()
  })

  it('says where nobody wrote why, and does not call it held back', async () => {
    await showing(asked({ reason: null }), '没有写原因，到了请问一问')
    expect(screen.queryByText(/先由驿站的人看过/)).toBeNull()
  })

  it.each([
    ['asWished', /^现在按急事算，和前面请的是同一次/],
    ['moreUrgent', /^前面已经按急事请过，比这次更急/],
    ['sameUrgency', /^这一天已经请过一次，还没有办完/],
  ])('tells whoever asked again what became of it: %s', async (earlier, sentence) => {
    phone.params = { visitId: 'v-1', earlier }
    await showing(asked(), sentence)
  })

  it('no longer speaks of asking again when the visit is over', async () => {
    phone.params = { visitId: 'v-1', earlier: 'asWished' }
    await showing(reported('well'), '见到妈妈了，一切都好')
    expect(screen.queryByText(/和前面请的是同一次/)).toBeNull()
  })

  it('shows a new state when the page is shown again, and keeps the old one without a network', async () => {
    await showing(asked(), '附近的志愿者都能看到，今天 14:50 以前应该有人敲门。')
    cloudAnswers({ 'visits.show': () => claimed() })
    await act(async () => phone.show())
    expect(screen.getByText('赵强接了，会过去看')).toBeTruthy()
    cloudAnswers({
      'visits.show': () => {
        throw noNetwork()
      },
    })
    await act(async () => phone.show())
    expect(screen.getByText(/前一次看到的/)).toBeTruthy()
    expect(screen.getByText('赵强接了，会过去看')).toBeTruthy()
  })

  it('says so when there is no such visit', async () => {
    cloudAnswers({
      'visits.show': () => {
        throw refused('NOT_FOUND')
      },
    })
    render(<VisitProgress />)
    await screen.findByText('没有找到这一次看望')
  })
})
