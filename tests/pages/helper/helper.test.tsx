import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { QueuedVisit } from '#types/visits'
import Report from '@/packages/helper/report'
import Visits from '@/packages/helper/visits'
import { rememberMe } from '@/services/person'
import { aMe, aVisit, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'

const liMin = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' } as const
const helper = { name: '赵强', kind: 'partyMember' } as const

const aDoor = (over: Partial<QueuedVisit> = {}): QueuedVisit => ({
  ...aVisit({ elderName: '王奶奶', askedBy: liMin }),
  metres: 210,
  walkMinutes: 4,
  ...over,
})

const aTask = (over: Partial<QueuedVisit> = {}) =>
  aDoor({ state: 'claimed', isMine: true, helper, address: '长江路 18 弄 3 号楼 402', ...over })

const opened = () => jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)

async function showing(visits: readonly QueuedVisit[], sentence: string | RegExp) {
  const sent = cloudAnswers({ 'visits.queue': () => [...visits] })
  render(<Visits />)
  await screen.findByText(sentence)
  return sent
}

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = { visitId: 'v-1' }
  rememberMe(aMe({ name: '赵强', roles: [{ role: 'volunteer' }], elders: [] }))
})

describe('doors to knock at', () => {
  it('tells how soon, how far, who and why', async () => {
    await showing([aDoor()], '王奶奶 · 长江路 18 弄')
    expect(screen.getByText('急事 · 30 分钟内')).toBeTruthy()
    expect(screen.getByText('走 4 分钟')).toBeTruthy()
    expect(screen.getByText('82 岁。女儿李敏：电话没人接')).toBeTruthy()
  })

  it('words what is late and what has time', async () => {
    const later = aDoor({ id: 'v-2', urgency: 'worry', dueAt: '2026-11-23T10:00:00.000Z' })
    await showing([aDoor({ dueAt: now }), later], '急事 · 已过时间')
    expect(screen.getByText('烦心事 · 周一 18:00 前')).toBeTruthy()
  })

  it('gives a door with its room to whoever goes', async () => {
    await showing([aDoor()], '王奶奶 · 长江路 18 弄')
    const sent = cloudAnswers({ 'visits.claim': () => aTask(), 'visits.queue': () => [aTask()] })
    const go = screen.getByRole('button', { name: '我去，王奶奶' })
    await act(async () => {
      fireEvent.click(go)
      fireEvent.click(go)
    })
    expect(sent.filter(({ name }) => name === 'visits.claim')).toHaveLength(1)
    expect(screen.getByText('王奶奶 · 长江路 18 弄 3 号楼 402')).toBeTruthy()
    expect(screen.getByText('我接下的')).toBeTruthy()
  })

  it('says kindly that somebody else was quicker, and shows what is left', async () => {
    await showing([aDoor()], '王奶奶 · 长江路 18 弄')
    cloudAnswers({
      'visits.claim': () => {
        throw refused('VISIT_TAKEN')
      },
      'visits.queue': () => [],
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '我去，王奶奶' })))
    expect(screen.getByText(/已经有人先接了/)).toBeTruthy()
    expect(screen.queryByText(/长江路 18 弄/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '知道了' }))
    expect(screen.queryByText(/已经有人先接了/)).toBeNull()
  })

  it('tells others what the page is for and asks the cloud nothing', async () => {
    rememberMe(aMe())
    const sent = cloudAnswers({})
    await act(async () => void render(<Visits />))
    expect(screen.getByText('这里是上门看望的人用的')).toBeTruthy()
    expect(sent).toEqual([])
  })

  it('goes from the way to the door to the report', async () => {
    await showing([aTask()], '我接下的')
    cloudAnswers({
      'visits.arrive': () => aTask({ state: 'onSite' }),
      'visits.queue': () => [aTask({ state: 'onSite' })],
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '我到了' })))
    expect(screen.queryByRole('button', { name: '我到了' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '写结果' }))
    expect(opened()).toEqual(['/packages/helper/report/index?visitId=v-1'])
  })

  it('asks once before a task is given back', async () => {
    await showing([aTask()], '我接下的')
    fireEvent.click(screen.getByRole('button', { name: '去不了' }))
    const sent = cloudAnswers({ 'visits.release': () => aDoor(), 'visits.queue': () => [aDoor()] })
    const dialog = within(screen.getByRole('dialog', { name: '真的去不了吗' }))
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: '去不了，换别人' })))
    expect(sent[0]).toMatchObject({ name: 'visits.release', input: { visitId: 'v-1' } })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByText('我接下的')).toBeNull()
  })

  it('says so when nobody waits, and when it could not be loaded', async () => {
    await showing([], '这会儿没有人在等')
    cleanup()
    cloudAnswers({
      'visits.queue': () => {
        throw noNetwork()
      },
    })
    render(<Visits />)
    await screen.findByRole('button', { name: '再试一次' })
  })
})

type Found = NonNullable<QueuedVisit['report']>['outcome']

const aReport = (outcome: Found, over: Partial<QueuedVisit> = {}) =>
  aDoor({
    id: `v-${outcome}`,
    state: 'reported',
    elderName: '王秀英',
    address: '长江路 18 弄 3 号楼 402',
    helper,
    report: { outcome, note: null, at: now },
    ...over,
  })

const headings = () => screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)
const read = () => screen.getByRole('button', { name: '我看过了，王秀英' })

describe('reports that nobody has read yet', () => {
  beforeEach(() => {
    const roles = [{ role: 'clerk' as const, stationId: 'st-changjiang', orgName: '长江路社区养老驿站' }]
    rememberMe(aMe({ name: '张静', roles, elders: [] }))
  })

  it('tells what was found, by whom and when', async () => {
    const report = { outcome: 'needsFound', note: '药吃完了', at: now } as const
    await showing([aReport('needsFound', { report })], '见到人了，有事要帮忙')
    expect(screen.getByText('王秀英 · 长江路 18 弄 3 号楼 402')).toBeTruthy()
    expect(screen.getByText('今天 14:20')).toBeTruthy()
    expect(screen.getByText('党员志愿者赵强写：药吃完了')).toBeTruthy()
    expect(screen.getByText('82 岁。女儿李敏：电话没人接')).toBeTruthy()
  })

  it.each([
    ['emergency', /先打 120/],
    ['noAnswer', /再去敲一次门/],
    ['needsFound', /商量谁来帮/],
  ] as const)('says after %s what a person does next', async (outcome, next) => {
    await showing([aReport(outcome)], '等您看的结果')
    expect(screen.getByText('接下来：').parentElement?.textContent).toMatch(next)
  })

  it('puts those that need somebody first, the worst on top, and the others last', async () => {
    const visits = [aTask(), aDoor({ id: 'v-2' }), aReport('well'), aReport('noAnswer'), aReport('emergency')]
    await showing(visits, '等您看的结果')
    expect(headings()).toEqual(['等您看的结果', '我接下的', '还在等人的', '等您看的结果，不急'])
    const found = screen.getAllByText(/^(情况紧急|敲了门|见到人了)/).map((one) => one.textContent)
    expect(found).toEqual(['情况紧急，已经求助', '敲了门，没有人应', '见到人了，一切都好'])
    expect(screen.getByRole('button', { name: /要救命，先打 120/ })).toBeTruthy()
  })

  it('asks nothing more of anybody when all is well', async () => {
    await showing([aReport('well')], '等您看的结果，不急')
    expect(screen.queryByText('接下来：')).toBeNull()
    expect(screen.queryByText('要救命，先打 120')).toBeNull()
  })

  it('takes a report of one’s own for a report, not for a task', async () => {
    await showing([aReport('noAnswer', { isMine: true })], '等您看的结果')
    expect(screen.queryByText('我接下的')).toBeNull()
    expect(screen.queryByRole('button', { name: '写结果' })).toBeNull()
  })

  it('is read with one tap, once, and is gone', async () => {
    await showing([aReport('noAnswer')], '等您看的结果')
    const sent = cloudAnswers({ 'visits.close': () => aVisit({ state: 'closed' }) })
    const button = read()
    await act(async () => {
      fireEvent.click(button)
      fireEvent.click(button)
    })
    expect(sent).toEqual([
      { name: 'visits.close', input: { visitId: 'v-noAnswer', key: expect.any(String) } },
    ])
    expect(screen.queryByText('敲了门，没有人应')).toBeNull()
    expect(screen.getByText('这会儿没有人在等')).toBeTruthy()
  })

  it('stays with the reason when it could not be sent, and is sent again under the same key', async () => {
    await showing([aReport('noAnswer')], '等您看的结果')
    const lost = cloudAnswers({
      'visits.close': () => {
        throw noNetwork()
      },
    })
    await act(async () => void fireEvent.click(read()))
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    expect(screen.getByText('敲了门，没有人应')).toBeTruthy()
    const again = cloudAnswers({ 'visits.close': () => aVisit({ state: 'closed' }) })
    await act(async () => void fireEvent.click(read()))
    expect(again[0]?.input).toEqual(lost[0]?.input)
    expect(screen.queryByText('敲了门，没有人应')).toBeNull()
  })

  it('is shown to a coordinator and never to a volunteer', async () => {
    rememberMe(aMe({ name: '周琳', roles: [{ role: 'coordinator' }], elders: [] }))
    await showing([aReport('emergency')], '等您看的结果')
    cleanup()
    rememberMe(aMe({ name: '赵强', roles: [{ role: 'volunteer' }], elders: [] }))
    await showing([aReport('emergency')], '这会儿没有人在等')
    expect(screen.queryByText(/等您看的结果/)).toBeNull()
  })
})

const send = () => screen.getByRole('button', { name: '写好了，告诉家人' })
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox')

async function writing() {
  const sent = cloudAnswers({ 'visits.queue': () => [aTask()] })
  render(<Report />)
  await screen.findByText('王奶奶怎么样')
  return sent
}

describe('writing down what was found', () => {
  it('needs no more than one choice', async () => {
    await writing()
    expect(screen.getAllByRole('radio').map((one) => one.textContent)).toEqual([
      '见到人，一切都好',
      '见到人，有事要帮',
      '没人应门',
      '不愿开门',
      '紧急',
    ])
    fireEvent.click(screen.getByRole('radio', { name: '见到人，一切都好' }))
    const report = { outcome: 'well', note: null, at: now } as const
    const sent = cloudAnswers({ 'visits.report': () => aVisit({ state: 'reported', report }) })
    await act(async () => {
      fireEvent.click(send())
      fireEvent.click(send())
    })
    const reports = sent.filter(({ name }) => name === 'visits.report')
    expect(reports).toHaveLength(1)
    expect(reports[0]?.input).toEqual({ visitId: 'v-1', outcome: 'well', key: expect.any(String) })
    expect(screen.getByText('交上去了，谢谢您')).toBeTruthy()
  })

  it('keeps what was written through a failure and a step back, and sends it with the same key', async () => {
    await writing()
    fireEvent.click(screen.getByRole('radio', { name: '没人应门' }))
    fireEvent.click(screen.getByRole('checkbox', { name: '敲了三遍' }))
    fireEvent.change(box(), { target: { value: '敲了三遍，灯亮着' } })
    const lost = cloudAnswers({
      'visits.report': () => {
        throw noNetwork()
      },
    })
    await act(async () => void fireEvent.click(send()))
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    expect(box().value).toBe('敲了三遍，灯亮着')

    // The report had arrived after all: the visit is off the list, the form is still there.
    cloudAnswers({ 'visits.queue': () => [] })
    await act(async () => phone.show())
    expect(box().value).toBe('敲了三遍，灯亮着')
    const report = { outcome: 'noAnswer', note: null, at: now } as const
    const again = cloudAnswers({ 'visits.report': () => aVisit({ state: 'reported', report }) })
    await act(async () => void fireEvent.click(send()))
    expect(again[0]?.input).toEqual(lost.find(({ name }) => name === 'visits.report')?.input)
    expect(screen.getByText(/再敲一次/)).toBeTruthy()
  })

  it('still has it after the page was left', async () => {
    await writing()
    fireEvent.click(screen.getByRole('radio', { name: '见到人，有事要帮' }))
    fireEvent.change(box(), { target: { value: '要买药' } })
    cleanup()
    await writing()
    expect(box().value).toBe('要买药')
    expect(screen.getByRole('radio', { checked: true }).textContent).toBe('见到人，有事要帮')
  })

  it('asks what help is needed before it tells the family that there is need', async () => {
    const sent = await writing()
    fireEvent.click(screen.getByRole('radio', { name: '见到人，有事要帮' }))
    await act(async () => void fireEvent.click(send()))
    expect(screen.getByText(/写一句要帮什么/)).toBeTruthy()
    expect(sent.some(({ name }) => name === 'visits.report')).toBe(false)
  })

  it('takes a note of 500 characters, and no ready answer beyond them', async () => {
    await writing()
    fireEvent.click(screen.getByRole('radio', { name: '见到人，一切都好' }))
    expect(box().maxLength).toBe(500)
    const long = '好'.repeat(498)
    fireEvent.change(box(), { target: { value: long } })
    fireEvent.click(screen.getByRole('checkbox', { name: '精神很好' }))
    expect(box().value).toBe(long)
  })

  it('puts 120 first in an emergency', async () => {
    await writing()
    expect(screen.queryByText('要救命，先打 120')).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: '紧急' }))
    expect(screen.getByRole('button', { name: /要救命，先打 120/ })).toBeTruthy()
  })

  it('is not opened again for what was reported already', async () => {
    cloudAnswers({ 'visits.queue': () => [aReport('noAnswer', { id: 'v-1', isMine: true })] })
    render(<Report />)
    await screen.findByText('这一次不在您手上')
  })

  it('says so when the task is no longer theirs', async () => {
    cloudAnswers({ 'visits.queue': () => [] })
    render(<Report />)
    await screen.findByText('这一次不在您手上')
  })
})
