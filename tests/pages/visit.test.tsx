import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Visit } from '#types/visits'
import VisitProgress from '@/pages/visit'
import { rememberMe } from '@/services/person'
import { aDaughter, aHome, aVisit, now } from './builders'
import { phone } from './mock-taro'
import { cloudAnswers, noNetwork, refused } from './network'

const contact = { name: '张静', phone: '000-0000-0103', stationName: '长江路社区养老驿站' }
const liMin = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' } as const
const zhaoQiang = { name: '赵强', role: 'volunteer', relation: null, channel: 'app' } as const
const helper = { name: '赵强', kind: 'partyMember' } as const

const asked = (over: Partial<Visit> = {}) =>
  aVisit({ askedBy: liMin, history: [{ state: 'open', at: now, by: liMin }], ...over })

const claimed = (over: Partial<Visit> = {}) =>
  asked({
    state: 'claimed',
    helper,
    history: [
      { state: 'open', at: now, by: liMin },
      { state: 'claimed', at: '2026-11-21T06:23:00.000Z', by: zhaoQiang },
    ],
    ...over,
  })

const reported = (outcome: NonNullable<Visit['report']>['outcome'], note: string | null = null) =>
  claimed({ state: 'reported', report: { outcome, note, at: now } })

async function showing(visit: Visit, sentence: string | RegExp) {
  const sent = cloudAnswers({ 'visits.mine': () => [visit], 'people.home': () => aHome({ contact }) })
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
    await showing(claimed(), '赵强接了，正要过去')
    expect(screen.getByText('今天 14:50 以前到。')).toBeTruthy()
    const steps = screen.getAllByRole('listitem').map((step) => step.textContent)
    expect(steps).toEqual(['14:20 您请人上门', '14:23 赵强接了，党员志愿者', '等赵强到门口'])
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
  })

  it('waits calmly while nobody has it', async () => {
    await showing(asked(), '等人接')
  })

  it('says so when the promised time is over', async () => {
    await showing(asked({ dueAt: now }), '还没有人接')
    expect(screen.getByText(/催一催驿站/)).toBeTruthy()
  })

  it('shows what was seen and is closed with one tap by whoever asked', async () => {
    await showing(reported('well', '助听器没电了'), '见到妈妈了，一切都好')
    expect(screen.getByText('助听器没电了')).toBeTruthy()
    const sent = cloudAnswers({
      'visits.close': () => aVisit(),
      'visits.mine': () => [{ ...reported('well'), state: 'closed' }],
    })
    const button = screen.getByRole('button', { name: '我看过了' })
    await act(async () => {
      fireEvent.click(button)
      fireEvent.click(button)
    })
    expect(sent.filter(({ name }) => name === 'visits.close')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: '我看过了' })).toBeNull()
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

  it('puts 120 first in an emergency', async () => {
    await showing(reported('emergency'), '情况紧急，已经求助')
    expect(screen.getByRole('button', { name: /要救命，先打 120/ })).toBeTruthy()
  })

  it('asks once before it is cancelled, and keeps the visit when that fails', async () => {
    await showing(claimed(), '赵强接了，正要过去')
    fireEvent.click(screen.getByRole('button', { name: '不用去了' }))
    const dialog = screen.getByRole('dialog', { name: '真的不用去了吗' })
    expect(dialog.textContent).toContain('赵强已经接了')
    cloudAnswers({
      'visits.cancel': () => {
        throw refused('WRONG_STATE')
      },
    })
    const confirm = screen.getAllByRole('button', { name: '不用去了' }).at(-1)
    await act(async () => void (confirm && fireEvent.click(confirm)))
    expect(screen.getByText(/刚刚有了变化/)).toBeTruthy()
    expect(screen.getByText('赵强接了，正要过去')).toBeTruthy()
  })

  it.each([
    ['asWished', /^已经按急事办，照您这次说的/],
    ['moreUrgent', /^前面已经按急事请过，比这次更急/],
    ['sameUrgency', /^这一天已经请过一次，还没有办完/],
  ])('tells whoever asked again what became of it: %s', async (earlier, sentence) => {
    phone.params = { visitId: 'v-1', earlier }
    await showing(asked(), sentence)
  })

  it('no longer speaks of asking again when the visit is over', async () => {
    phone.params = { visitId: 'v-1', earlier: 'asWished' }
    await showing(reported('well'), '见到妈妈了，一切都好')
    expect(screen.queryByText(/已经按急事办/)).toBeNull()
  })

  it('shows a new state when the page is shown again, and keeps the old one without a network', async () => {
    await showing(asked(), '附近的志愿者都能看到，今天 14:50 以前应该有人敲门。')
    cloudAnswers({ 'visits.mine': () => [claimed()] })
    await act(async () => phone.show())
    expect(screen.getByText('赵强接了，正要过去')).toBeTruthy()
    cloudAnswers({
      'visits.mine': () => {
        throw noNetwork()
      },
    })
    await act(async () => phone.show())
    expect(screen.getByText(/前一次看到的/)).toBeTruthy()
    expect(screen.getByText('赵强接了，正要过去')).toBeTruthy()
  })

  it('says so when there is no such visit', async () => {
    await showing(asked({ id: 'v-9' }), '没有找到这一次看望')
  })
})
