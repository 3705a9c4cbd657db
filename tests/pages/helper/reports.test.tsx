import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { Outcome, QueuedVisit, VisitQueue } from '#types/visits'
import Visits from '@/packages/helper/visits'
import { rememberMe } from '@/services/person'
import { aMe, aReport, aVisit } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'
import { aDoor, aQueue, aTask, helper } from './queue'

const written = (outcome: Outcome, over: Parameters<typeof aDoor>[0] = {}): QueuedVisit =>
  aDoor({
    id: `v-${outcome}`,
    state: 'reported',
    elderName: '王秀英',
    address: '长江路 18 弄 3 号楼 402',
    helper,
    report: { outcome },
    alarm: outcome === 'well' || outcome === 'refused' ? null : outcome,
    ...over,
  })

const earlier = '2026-11-21T06:10:00.000Z'
const later = '2026-11-21T06:25:00.000Z'

const unheard = aReport({ outcome: 'noAnswer' })

const headings = () => screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)
const settle = (word = '办妥了') => screen.getByRole('button', { name: `${word}，王秀英` })

async function showing(
  visits: readonly QueuedVisit[],
  sentence: string | RegExp,
  own: Partial<VisitQueue> = {},
) {
  const sent = cloudAnswers({ 'visits.queue': () => aQueue(visits, own) })
  render(<Visits />)
  await screen.findByText(sentence)
  return sent
}

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  const roles = [{ role: 'clerk' as const, stationId: 'st-changjiang', orgName: '长江路社区养老驿站' }]
  rememberMe(aMe({ name: '张静', roles, elders: [] }))
})

describe('reports that nobody has dealt with yet', () => {
  it('tell what was found, by whom and when', async () => {
    await showing(
      [written('needsFound', { report: { outcome: 'needsFound', note: '药吃完了' } })],
      '有事要帮，等您安排的',
    )
    expect(screen.getByText('王秀英 · 长江路 18 弄 3 号楼 402')).toBeTruthy()
    expect(screen.getByText('今天 14:20 赵强写：见到人了，有事要帮忙。药吃完了')).toBeTruthy()
    expect(screen.getByText('82 岁。女儿李敏：电话没人接')).toBeTruthy()
  })

  it.each([
    ['emergency', /先打 120/],
    ['noAnswer', /再去敲一次门/],
    ['needsFound', /商量谁来帮/],
  ] as const)('say after %s what a person does next', async (outcome, next) => {
    await showing([written(outcome)], '接下来：')
    expect(screen.getByText('接下来：').parentElement?.textContent).toMatch(next)
  })

  it('stand in the order of the cloud: what calls for somebody before doors, what is calm after them', async () => {
    const visits = [aTask(), written('emergency'), written('noAnswer'), aDoor({ id: 'v-2' }), written('well')]
    await showing(visits, '等您看的结果')
    expect(headings()).toEqual(['我接下的', '要马上管的', '还在等人的', '等您看的结果'])
    const found = screen
      .getAllByText(/^(情况紧急|敲了门，没有人应|见到人了，一切都好)$/)
      .map((one) => one.textContent)
    expect(found).toEqual(['情况紧急', '敲了门，没有人应', '见到人了，一切都好'])
    expect(screen.getByRole('button', { name: /要救命，先打 120/ })).toBeTruthy()
  })

  it('say what was said of 120, and nothing that nobody said', async () => {
    await showing([written('emergency')], /没有写打没打 120/)
    expect(document.body.textContent).not.toContain('已经求助')
  })

  it('keep what was written first', async () => {
    const earlierReports = [aReport({ outcome: 'noAnswer', at: '2026-11-21T06:10:00.000Z' })]
    await showing([written('well', { earlierReports })], /14:10 赵强写：敲了门，没有人应/)
    expect(screen.getByText(/14:20 赵强写：见到人了，一切都好/)).toBeTruthy()
  })

  it('are settled only where somebody says how, once, and gone', async () => {
    await showing([written('noAnswer')], '要马上管的')
    const sent = cloudAnswers({
      'visits.close': () => aVisit({ state: 'closed' }),
      'visits.queue': () => aQueue(),
    })
    fireEvent.click(settle())
    expect(screen.getByRole('dialog', { name: '王秀英这一次真的办妥了吗？' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '还没有' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(sent).toEqual([])
    fireEvent.click(settle())
    const button = screen.getByRole('button', { name: '办妥了，不用再去' })
    fireEvent.click(button)
    expect(screen.getByText('选一句，或者写一句怎么办妥的。')).toBeTruthy()
    expect(sent).toEqual([])
    fireEvent.click(screen.getByRole('checkbox', { name: '家人已经到了' }))
    await act(async () => {
      fireEvent.click(button)
      fireEvent.click(button)
    })
    expect(sent.filter(({ name }) => name === 'visits.close')).toEqual([
      {
        name: 'visits.close',
        input: { visitId: 'v-noAnswer', seen: aReport().at, done: '家人已经到了', key: expect.any(String) },
      },
    ])
    expect(screen.queryByText('敲了门，没有人应')).toBeNull()
    expect(screen.getByText('这会儿没有人在等')).toBeTruthy()
  })

  it.each<[string, Pick<QueuedVisit, 'alarm' | 'earlierReports'>, boolean]>([
    ['nobody went', { alarm: 'unanswered', earlierReports: [] }, true],
    ['others wrote, then nobody went', { alarm: 'noAnswer', earlierReports: [unheard] }, false],
  ])('say of a door that nobody wrote anything only where nobody did: %s', async (_, own, isSaid) => {
    await showing([aDoor({ state: 'escalated', elderName: '王秀英', ...own })], '要马上管的')
    fireEvent.click(settle())
    const { textContent } = screen.getByRole('dialog', { name: '王秀英这一次真的办妥了吗？' })
    expect(textContent?.includes('还没有人写过见到了什么。')).toBe(isSaid)
  })

  it.each([
    ['nobody goes', 'escalated', false],
    ['somebody else goes', 'claimed', false],
    ['one goes oneself', 'claimed', true],
  ] as const)('are read still where %s once more', async (_, state, isMine) => {
    const earlier = aReport({ outcome: 'emergency', note: '倒在厨房', ambulanceCalled: false })
    await showing(
      [aDoor({ state, isMine, helper, alarm: 'emergency', earlierReports: [earlier] })],
      /倒在厨房/,
    )
    expect(screen.getByText('今天 14:20 赵强写：情况紧急。120 还没有打。倒在厨房')).toBeTruthy()
  })

  it('keep what was typed when that could not be sent, also when the question is asked again, and send it under the same key', async () => {
    await showing([written('noAnswer')], '要马上管的')
    const failing = cloudAnswers({
      'visits.close': () => {
        throw noNetwork()
      },
    })
    const done = '女儿带去看医生了'
    const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: '怎么办妥的' })
    const send = () =>
      act(async () => void fireEvent.click(screen.getByRole('button', { name: '办妥了，不用再去' })))
    fireEvent.click(settle())
    fireEvent.change(box(), { target: { value: done } })
    await send()
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    expect(box().value).toBe(done)
    const again = cloudAnswers({
      'visits.close': () => aVisit({ state: 'closed' }),
      'visits.queue': () => aQueue(),
    })
    await send()
    expect(again[0]).toEqual(failing[0])
    expect(failing[0]?.input).toMatchObject({ done })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(phone.storage.size).toBe(0)
  })

  it('are read anew where something else was written meanwhile, and what was typed stays', async () => {
    await showing([written('needsFound')], '有事要帮，等您安排的')
    const worse = written('emergency', { id: 'v-needsFound', report: { outcome: 'emergency', at: later } })
    const sent = cloudAnswers({
      'visits.close': () => {
        throw refused('REPORT_CHANGED')
      },
      'visits.queue': () => aQueue([worse]),
    })
    const done = '已请电工修灯'
    fireEvent.click(settle('安排好了'))
    fireEvent.change(screen.getByRole('textbox', { name: '怎么安排的' }), { target: { value: done } })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '安排好了' })))
    expect(sent[0]?.input).toMatchObject({ seen: aReport().at, done })
    expect(screen.getByText(/刚刚又写下了新的/)).toBeTruthy()
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '还没有' })))
    await screen.findByText('要马上管的')
    fireEvent.click(settle())
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '怎么办妥的' }).value).toBe(done)
    const again = cloudAnswers({ 'visits.close': () => aVisit(), 'visits.queue': () => aQueue() })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '办妥了，不用再去' })))
    expect(again[0]?.input).toMatchObject({ seen: later, done })
  })

  it('that were only to be read are read anew where they got worse meanwhile', async () => {
    await showing([written('well')], '等您看的结果')
    const worse = written('emergency', { id: 'v-well', report: { outcome: 'emergency', at: later } })
    const sent = cloudAnswers({
      'visits.close': () => {
        throw refused('REPORT_CHANGED')
      },
      'visits.queue': () => aQueue([worse]),
    })
    await act(async () => void fireEvent.click(settle('我看过了')))
    expect(sent[0]?.input).toMatchObject({ seen: aReport().at })
    await screen.findByText('要马上管的')
    expect(screen.getByText(/刚刚又写下了新的/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^我看过了/ })).toBeNull()
  })

  it('of a need are not only read: they stay until somebody says what was arranged', async () => {
    await showing([written('needsFound')], '有事要帮，等您安排的')
    expect(screen.queryByRole('button', { name: /我看过了|办妥了/ })).toBeNull()
    expect(document.body.textContent).not.toMatch(/要马上管的|已经安排/)
    const sent = cloudAnswers({
      'visits.close': () => aVisit({ state: 'closed' }),
      'visits.queue': () => aQueue(),
    })
    fireEvent.click(settle('安排好了'))
    expect(screen.getByRole('dialog', { name: '王秀英这一次真的安排好了吗？' })).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '家人说好会去办' }))
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '安排好了' })))
    expect(sent[0]?.input).toMatchObject({ visitId: 'v-needsFound', done: '家人说好会去办' })
    await screen.findByText('这会儿没有人在等')
  })

  it('call for what was found first where a calm one follows, and are settled with words', async () => {
    const earlierReports = [aReport({ outcome: 'needsFound', note: '煤气漏', at: earlier })]
    await showing([written('well', { alarm: 'needsFound', earlierReports })], '有事要帮，等您安排的')
    expect(screen.getByText('接下来：').parentElement?.textContent).toMatch(/商量谁来帮/)
    expect(screen.queryByRole('button', { name: /^我看过了/ })).toBeNull()
    expect(settle('安排好了')).toBeTruthy()
    cleanup()
    const shut = [aReport({ outcome: 'noAnswer', at: earlier })]
    await showing([written('well', { earlierReports: shut })], '等您看的结果')
    expect(screen.queryByRole('button', { name: /^我看过了/ })).toBeNull()
    expect(settle()).toBeTruthy()
  })

  it('say what was done before something else was seen', async () => {
    const by = { name: '张静', role: 'clerk', relation: null, channel: 'app' } as const
    const settlings = [
      { alarm: 'noAnswer' as const, note: '家人已经到了', at: '2026-11-21T06:15:00.000Z', by },
    ]
    await showing([written('noAnswer', { settlings })], /14:15 .*张静办的：家人已经到了/)
  })

  it('stay with the reason when that could not be sent, and it is sent again under the same key', async () => {
    await showing([written('well')], '等您看的结果')
    const lost = cloudAnswers({
      'visits.close': () => {
        throw noNetwork()
      },
    })
    await act(async () => void fireEvent.click(settle('我看过了')))
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    const again = cloudAnswers({
      'visits.close': () => aVisit({ state: 'closed' }),
      'visits.queue': () => aQueue(),
    })
    await act(async () => void fireEvent.click(settle('我看过了')))
    expect(again[0]?.input).toEqual(lost[0]?.input)
  })
})

describe('the filters of those who answer for a place', () => {
  const counts = { waiting: 203, underWay: 2, overdue: 41, reported: 20, alarms: 21, urgent: 1 }

  it('say the cloud’s numbers, whatever is on the page, and ask for what is picked', async () => {
    const sent = await showing([aDoor()], '还在等人的', { counts })
    expect(screen.getAllByRole('radio').map((one) => one.textContent)).toEqual([
      '全部',
      '等人 203',
      '有人去 2',
      '超时 41',
      '结果 20',
    ])
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '超时 41' })))
    expect(sent.at(-1)).toEqual({ name: 'visits.queue', input: { show: 'overdue' } })
  })

  it('come with one tap to an urgent call that stands behind doors that nobody opened', async () => {
    const silent = Array.from({ length: 6 }, (_, nth) => written('noAnswer', { id: `v-${nth}` }))
    const sent = await showing(silent, '要马上管的', { counts })
    expect(screen.getByRole('button', { name: /要救命，先打 120/ })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /1 件急事还没办完/ }))
    await screen.findByText('要马上管的')
    expect(sent.at(-1)).toEqual({ name: 'visits.queue', input: { show: 'waiting' } })
    cleanup()
    const urgent = aDoor({
      id: 'v-urgent',
      urgency: 'urgent',
      alarm: 'urgent',
      dueAt: '2026-11-21T06:50:00.000Z',
    })
    await showing([urgent, ...silent], '要马上管的', { counts })
    expect(screen.queryByText('1 件急事还没办完')).toBeNull()
  })

  it('are not for volunteers', async () => {
    rememberMe(aMe({ name: '赵强', roles: [{ role: 'volunteer' }], elders: [] }))
    const door = aDoor({ state: 'escalated', alarm: 'unanswered', may: ['go'] })
    await showing([door], '一直没有人去', { counts })
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.queryByRole('button', { name: /办妥了/ })).toBeNull()
  })

  it('offer to send somebody else where the time has passed and nothing is heard', async () => {
    const task = aDoor({ state: 'claimed', helper, dueAt: '2026-11-21T06:00:00.000Z' })
    await showing([task], '党员志愿者赵强接了，还没有说到门口。')
    fireEvent.click(screen.getByRole('button', { name: '换别人去，王奶奶' }))
    expect(screen.getByText('不等赵强，换别人去吗？')).toBeTruthy()
    const sent = cloudAnswers({ 'visits.release': () => aVisit(), 'visits.queue': () => aQueue([aDoor()]) })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '换别人去' })))
    expect(sent[0]).toMatchObject({ name: 'visits.release', input: { visitId: 'v-1' } })
    await screen.findByText('还在等人的')
    cleanup()

    for (const own of [{ dueAt: '2026-11-21T07:00:00.000Z' }, { may: ['ring' as const] }]) {
      await showing([{ ...task, ...own }], '党员志愿者赵强接了，还没有说到门口。')
      expect(screen.queryByRole('button', { name: /^换别人去/ })).toBeNull()
      cleanup()
    }
  })

  it('show who is under way, and what they said', async () => {
    await showing([aDoor({ state: 'claimed', helper })], '党员志愿者赵强接了，还没有说到门口。')
  })
})
