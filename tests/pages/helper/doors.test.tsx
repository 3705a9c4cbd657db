import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { QueuedVisit } from '#types/visits'
import Visits from '@/packages/helper/visits'
import { rememberMe } from '@/services/person'
import { aMe, aVisit, now } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'
import { aDoor, aQueue, aTask } from './queue'

const opened = () => jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)

async function showing(visits: readonly QueuedVisit[], sentence: string | RegExp) {
  const sent = cloudAnswers({ 'visits.queue': () => aQueue(visits) })
  render(<Visits />)
  await screen.findByText(sentence)
  return sent
}

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  rememberMe(aMe({ name: '赵强', roles: [{ role: 'volunteer' }], elders: [] }))
})

describe('doors to knock at', () => {
  it('tells how soon, how far, who and why', async () => {
    await showing([aDoor()], '王奶奶 · 长江路 18 弄')
    expect(screen.getByText('难事 · 30 分钟内')).toBeTruthy()
    expect(screen.getByText('走 4 分钟')).toBeTruthy()
    expect(screen.getByText('82 岁。女儿李敏：电话没人接')).toBeTruthy()
  })

  it('says nothing of the way where it is not known from where', async () => {
    await showing([{ ...aDoor(), metres: 0, walkMinutes: 0 }], '王奶奶 · 长江路 18 弄')
    expect(screen.queryByText(/^走|附近|公里/)).toBeNull()
  })

  it('says of a door that nobody has marked how it is found, and no way but to the station', async () => {
    await showing([aDoor({ isPlaceUnknown: true })], '地图上没有标出这一家，请按地址找。')
    expect(screen.getByText('到老人的驿站走 4 分钟')).toBeTruthy()
    cleanup()
    await showing([aTask({ isPlaceUnknown: true })], '地图上没有标出这一家，请按地址找。')
    cleanup()
    await showing([aDoor()], '走 4 分钟')
    expect(screen.queryByText(/没有标出/)).toBeNull()
  })

  it('words what is late and what has time', async () => {
    const later = aDoor({ id: 'v-2', urgency: 'worry', dueAt: '2026-11-23T10:00:00.000Z' })
    await showing([aDoor({ dueAt: now }), later], '难事 · 已过时间')
    expect(screen.getByText('烦心事 · 周一 18:00 前')).toBeTruthy()
  })

  it('says of a door that nobody has to knock at any more why, and offers nothing to do there', async () => {
    const ended = [aTask({ state: 'cancelled', ended: 'died', address: '长江路 18 弄' })]
    cloudAnswers({ 'visits.queue': () => aQueue([], { ended }) })
    render(<Visits />)
    await screen.findByText('不用去了')
    expect(screen.getByText('王奶奶 · 长江路 18 弄')).toBeTruthy()
    expect(screen.getByText('老人已经过世，这一次取消了。谢谢您。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /我到了|写结果|我去/ })).toBeNull()
  })

  it('gives a door with its room to whoever goes', async () => {
    await showing([aDoor()], '王奶奶 · 长江路 18 弄')
    const sent = cloudAnswers({ 'visits.claim': () => aVisit(), 'visits.queue': () => aQueue([aTask()]) })
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
      'visits.queue': () => aQueue(),
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
      'visits.arrive': () => aVisit({ state: 'onSite' }),
      'visits.queue': () => aQueue([aTask({ state: 'onSite' })]),
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '我到了' })))
    expect(screen.queryByRole('button', { name: '我到了' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '写结果' }))
    expect(opened()).toEqual(['/packages/helper/report/index?visitId=v-1'])
  })

  it('says at the door that one is there, also where the list cannot be loaded again, and asks only for the report', async () => {
    await showing([aTask()], '我接下的')
    expect(screen.queryByText(/到门口了/)).toBeNull()
    cloudAnswers({
      'visits.arrive': () => aVisit({ state: 'onSite' }),
      'visits.queue': () => {
        throw noNetwork()
      },
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '我到了' })))
    expect(screen.getByText('到门口了')).toBeTruthy()
    expect(screen.queryByText(/走 4 分钟|分钟内|路上/)).toBeNull()
    expect(screen.getByRole('button', { name: '写结果' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /我到了|去不了/ })).toBeNull()
  })

  it('asks once before a task is given back', async () => {
    await showing([aTask()], '我接下的')
    fireEvent.click(screen.getByRole('button', { name: '去不了' }))
    const sent = cloudAnswers({ 'visits.release': () => aVisit(), 'visits.queue': () => aQueue([aDoor()]) })
    const dialog = within(screen.getByRole('dialog', { name: '真的去不了吗？' }))
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

  it('puts 120 first wherever something urgent is on the page', async () => {
    await showing([aDoor({ urgency: 'urgent', alarm: 'urgent' })], '要马上管的')
    const words = document.body.textContent ?? ''
    expect(words.indexOf('要救命，先打 120')).toBeLessThan(words.indexOf('要马上管的'))
    cleanup()
    await showing([aDoor()], '还在等人的')
    expect(screen.queryByText('要救命，先打 120')).toBeNull()
  })

  it('loads further pages where there are any, and keeps them when it is asked for anew', async () => {
    const far = aDoor({ id: 'v-2', address: '黄河路 1 号' })
    cloudAnswers({
      'visits.queue': ({ after }) => (after ? aQueue([far]) : aQueue([aDoor()], { next: 'further' })),
    })
    render(<Visits />)
    await screen.findByText('王奶奶 · 长江路 18 弄')
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '后面还有，再看一些' })))
    expect(screen.getByText('王奶奶 · 黄河路 1 号')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '后面还有，再看一些' })).toBeNull()
    await act(async () => phone.show())
    expect(screen.getByText('王奶奶 · 黄河路 1 号')).toBeTruthy()
  })

  it('offers to write again where one went', async () => {
    const report = { outcome: 'noAnswer' as const }
    const queue = aQueue([], { written: [aTask({ state: 'reported', report })] })
    cloudAnswers({ 'visits.queue': () => queue })
    render(<Visits />)
    await screen.findByText('我写过的')
    fireEvent.click(screen.getByRole('button', { name: '后来又见到了，再写，王奶奶' }))
    expect(opened()).toEqual(['/packages/helper/report/index?visitId=v-1'])
  })
})

describe('ringing about a task', () => {
  const list = [
    { whom: 'elder', name: '王奶奶', relation: null },
    { whom: 'contact-0', name: '李*', relation: 'daughter' as const },
    { whom: 'station', name: '长江路社区养老驿站', relation: null },
  ]
  const open = async () => {
    await showing([aTask()], '我接下的')
    const sent = cloudAnswers({
      'visits.callable': () => list,
      'visits.ring': () => ({ phone: '13800002222' }),
      'visits.queue': () => aQueue([aTask()]),
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '打电话，王奶奶' })))
    return sent
  }

  it('lists people by what they are, and asks for one number at the tap', async () => {
    const sent = await open()
    const dialog = within(screen.getByRole('dialog', { name: '为王奶奶打电话' }))
    expect(dialog.getByRole('button', { name: '打给王奶奶' })).toBeTruthy()
    expect(dialog.getByRole('button', { name: '打给长江路社区养老驿站' })).toBeTruthy()
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: '打给女儿 李*' })))
    expect(sent.at(-1)).toEqual({ name: 'visits.ring', input: { visitId: 'v-1', whom: 'contact-0' } })
    expect(document.body.textContent).not.toContain('13800002222')
  })

  it('says why when the number does not come', async () => {
    await open()
    cloudAnswers({
      'visits.ring': () => {
        throw refused('WRONG_STATE')
      },
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '打给王奶奶' })))
    expect(screen.getByText(/刚刚有了变化/)).toBeTruthy()
  })

  it('is offered where the cloud says that one may, and so is going there', async () => {
    const acts = () =>
      ['打电话，王奶奶', '我去，王奶奶'].map((name) => screen.queryByRole('button', { name }) !== null)
    for (const [may, offered] of [
      [['go'], [false, true]],
      [
        ['go', 'ring', 'settle'],
        [true, true],
      ],
      [['ring'], [true, false]],
    ] as const) {
      await showing([aDoor({ urgency: 'urgent', alarm: 'urgent', may: [...may] })], '要马上管的')
      expect(acts()).toEqual(offered)
      cleanup()
    }
  })

  it('is all that a supervisor finds, whom nothing else brings here', async () => {
    rememberMe(aMe({ name: '吴主任', roles: [{ role: 'supervisor' }], elders: [] }))
    await showing([], '这会儿没有人在等')
    expect(
      screen.getByText('急事过了时间很久，还没有人写看到了什么，就转到这里，请您催一催、问一问。'),
    ).toBeTruthy()
    cleanup()
    await showing([aDoor({ urgency: 'urgent', alarm: 'urgent', may: ['ring'] })], '要马上管的')
    expect(screen.getByRole('button', { name: '打电话，王奶奶' })).toBeTruthy()
  })

  it('has the address to copy', async () => {
    await showing([aTask()], '我接下的')
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '复制地址' })))
    expect(screen.getByText(/地址复制好了|请照着念/)).toBeTruthy()
  })
})

describe('where a volunteer starts from', () => {
  it('is asked for once, kept, and can be taken back', async () => {
    const sent = cloudAnswers({
      'visits.queue': () => aQueue([]),
      'people.startFrom': ({ place }) => ({ place }),
    })
    render(<Visits />)
    fireEvent.click(await screen.findByText('就记我现在的地方'))
    fireEvent.click(await screen.findByText('我平时从哪里出发'))
    fireEvent.click(await screen.findByText('不记了'))
    await screen.findByText('您平时从哪里出发？')
    const places = sent.filter(({ name }) => name === 'people.startFrom').map(({ input }) => input)
    expect(places).toMatchObject([{ place: { lng: expect.any(Number) } }, { place: null }])
  })

  it('says what was not done, where it is asked', async () => {
    cloudAnswers({ 'visits.queue': () => aQueue([]), 'people.startFrom': ({ place }) => ({ place }) })
    render(<Visits />)
    fireEvent.click(await screen.findByText('就记我现在的地方'))
    fireEvent.click(await screen.findByText('我平时从哪里出发'))
    cloudAnswers({
      'people.startFrom': () => {
        throw noNetwork()
      },
    })
    fireEvent.click(screen.getByText('换成我现在的地方'))
    const question = screen.getByRole('dialog', { name: '平时从哪里出发' })
    expect(await within(question).findByText(/没有连上网/)).toBeTruthy()
  })

  it('is nothing that a clerk is asked', async () => {
    rememberMe(aMe({ name: '张静', roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] }))
    await showing([], '这会儿没有人在等')
    expect(screen.queryByText('您平时从哪里出发？')).toBeNull()
  })
})
