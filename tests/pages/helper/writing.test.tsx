import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import Report from '@/packages/helper/report'
import Visits from '@/packages/helper/visits'
import * as dialler from '@/platform/ring'
import { rememberMe } from '@/services/person'
import { aMe, aVisit } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'
import { aQueue, aTask } from './queue'

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = { visitId: 'v-1' }
  rememberMe(aMe({ name: '赵强', roles: [{ role: 'volunteer' }], elders: [] }))
})

const send = () => screen.getByRole('button', { name: '写好了，交上去' })
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox')

async function writing(own: Parameters<typeof aTask>[0] = {}) {
  const sent = cloudAnswers({ 'visits.queue': () => aQueue([aTask(own)]) })
  render(<Report />)
  await screen.findByText('王奶奶怎么样？')
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
    const report = { outcome: 'well' } as const
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

  it.each([
    [false, '驿站和王奶奶同意的家人，打开手机就能看到您写的。'],
    [true, '驿站打开手机就能看到您写的。您写的话没有通过微信的检查，王奶奶同意的家人只看得到结果。'],
  ])('says who can read it, also where the words are held back: %s', async (isHeld, words) => {
    await writing()
    fireEvent.click(screen.getByRole('radio', { name: '见到人，一切都好' }))
    fireEvent.change(box(), { target: { value: '精神很好' } })
    const report = { outcome: 'well', note: '精神很好', isHeld } as const
    const { elderName } = aTask()
    cloudAnswers({ 'visits.report': () => aVisit({ state: 'reported', elderName, report }) })
    await act(async () => void fireEvent.click(send()))
    expect(screen.getByText(words)).toBeTruthy()
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
    cloudAnswers({ 'visits.queue': () => aQueue() })
    await act(async () => phone.show())
    expect(box().value).toBe('敲了三遍，灯亮着')
    const report = { outcome: 'noAnswer' } as const
    const again = cloudAnswers({
      'visits.report': () => aVisit({ state: 'reported', report }),
      'visits.callable': () => [{ whom: 'station', name: '长江路社区养老驿站', relation: null }],
      'visits.ring': () => ({ phone: '000-0000-0103' }),
    })
    await act(async () => void fireEvent.click(send()))
    expect(again[0]?.input).toEqual(lost.find(({ name }) => name === 'visits.report')?.input)
    expect(screen.getByText(/再敲一次/)).toBeTruthy()
    const dialled = jest.spyOn(dialler, 'ring').mockImplementation(() => undefined)
    await act(
      async () => void fireEvent.click(screen.getByRole('button', { name: '打给长江路社区养老驿站' })),
    )
    expect(dialled.mock.calls).toEqual([['000-0000-0103']])
    dialled.mockRestore()
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

  it('puts 120 first in an emergency, and in everything urgent', async () => {
    await writing()
    expect(screen.queryByText('要救命，先打 120')).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: '紧急' }))
    expect(screen.getByRole('button', { name: /要救命，先打 120/ })).toBeTruthy()
    cleanup()
    phone.storage.clear()
    await writing({ urgency: 'urgent' })
    expect(screen.getByRole('button', { name: /要救命，先打 120/ })).toBeTruthy()
  })

  it.each([
    ['打了', true, '请陪着老人，等救护车到。'],
    ['还没有打', false, /^现在就打 120/],
  ])('asks of an emergency whether 120 was rung: %s', async (answer, ambulanceCalled, advice) => {
    await writing()
    fireEvent.click(screen.getByRole('radio', { name: '紧急' }))
    expect(screen.getByRole('button', { name: '先说 120 打了没有' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    fireEvent.click(screen.getByRole('radio', { name: answer }))
    const report = { outcome: 'emergency', ambulanceCalled } as const
    const sent = cloudAnswers({ 'visits.report': () => aVisit({ state: 'reported', report }) })
    await act(async () => void fireEvent.click(send()))
    expect(sent.find(({ name }) => name === 'visits.report')?.input).toMatchObject({ ambulanceCalled })
    expect(screen.getByText(advice)).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/马上看得到|告诉家人/)
  })

  it('says what to do where an emergency cannot be handed in', async () => {
    await writing()
    fireEvent.click(screen.getByRole('radio', { name: '紧急' }))
    fireEvent.click(screen.getByRole('radio', { name: '还没有打' }))
    cloudAnswers({
      'visits.report': () => {
        throw refused('WRONG_STATE')
      },
    })
    await act(async () => void fireEvent.click(send()))
    expect(screen.getByText('人要紧：先打 120，再打电话告诉驿站。')).toBeTruthy()
  })

  it('adds what was seen afterwards to what was reported', async () => {
    const mine = aTask({ state: 'reported', report: { outcome: 'noAnswer' } })
    cloudAnswers({ 'visits.queue': () => aQueue([], { written: [mine] }) })
    render(<Report />)
    await screen.findByText(/您写的是：敲了门，没有人应。下面写后来见到的/)
  })

  it('opens without a signal for a door that was seen before, and has 120 for any other', async () => {
    cloudAnswers({
      'people.me': () => aMe({ roles: [{ role: 'volunteer' }] }),
      'visits.queue': () => aQueue([aTask()]),
    })
    render(<Visits />)
    await screen.findByText('我接下的')
    cleanup()
    cloudAnswers({
      'visits.queue': () => {
        throw noNetwork()
      },
    })
    render(<Report />)
    await screen.findByText('王奶奶怎么样？')
    cleanup()
    phone.params = { visitId: 'v-other' }
    render(<Report />)
    await screen.findByText('没有打开')
    expect(screen.getByRole('button', { name: /要救命，先打 120/ })).toBeTruthy()
  })

  it('says so when the task is no longer theirs', async () => {
    cloudAnswers({ 'visits.queue': () => aQueue() })
    render(<Report />)
    await screen.findByText('这一次不在您手上')
  })
})
