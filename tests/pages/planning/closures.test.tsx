import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Closure } from '#types/stations'
import Closures from '@/packages/planning/closures'
import { rememberMe } from '@/services/person'
import { aMe } from '../builders'
import { loaded } from '../loaded'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'
import { aMisfit, aTrial, manager } from './builders'

const holiday: Closure = { from: '2026-11-30', to: '2026-12-02', reason: '装修' }
const today: Closure = { from: '2026-11-20', to: '2026-11-24', reason: '停水停电' }

/** An order of a day of November. */
const at = (day: string) => aMisfit({ orderId: `o-${day}`, date: `2026-11-${day}`, why: 'closed' })

async function opened(answers: Parameters<typeof cloudAnswers>[0] = {}) {
  const sent = cloudAnswers({
    'meals.closures': () => [today, holiday],
    'meals.tryClosing': () => aTrial(),
    'meals.close': () => [holiday],
    'meals.reopen': () => [holiday],
    'meals.misfits': () => ({ count: 0, misfits: [], next: null }),
    ...answers,
  })
  render(<Closures />)
  await loaded()
  return sent
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const sentTo = (sent: Awaited<ReturnType<typeof opened>>, name: string) =>
  sent.filter((one) => one.name === name).map(({ input: { key: _key, ...input } }) => input)

/** As eight digits into the first box of each date. */
async function write() {
  await tap('加不开门的日子')
  const [from, to] = screen.getAllByRole('textbox', { name: /年/ })
  if (!from || !to) throw new Error('no date to type')
  fireEvent.change(from, { target: { value: '20261130' } })
  fireEvent.change(to, { target: { value: '20261202' } })
  await act(async () => void fireEvent.click(screen.getByRole('checkbox', { name: '装修' })))
}

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = { stationId: 'st-1' }
  rememberMe(aMe({ name: '林芳', roles: [manager], elders: [] }))
})

describe('days on which a station stays closed', () => {
  it('are listed with why, and taken back once that was read: of one that has begun what is left', async () => {
    const sent = await opened({
      'meals.misfits': () => ({ ...{ count: 3, next: null }, misfits: [at('23'), at('24'), at('25')] }),
    })
    expect(screen.getByText('11月30日 周一到12月2日 周三')).toBeTruthy()
    await tap(/^从今天起恢复开门，11月20日/)
    expect(sentTo(sent, 'meals.reopen')).toEqual([])
    expect(screen.getByRole('dialog', { name: '从今天 11月21日 周六起恢复开门吗？' })).toBeTruthy()
    expect(screen.getByText('11月21日 周六到11月24日 周二照平常的安排开门，不再写着：')).toBeTruthy()
    expect(screen.getByText('11月20日至24日休息：停水停电。')).toBeTruthy()
    expect(screen.getByText(/^这些天里有 2 份订餐还在。恢复开门不会改这些订餐，也不会通知老人/)).toBeTruthy()
    await tap('恢复开门')
    expect(sentTo(sent, 'meals.reopen')).toEqual([{ stationId: 'st-1', from: '2026-11-21' }])
    expect(screen.getByText(/^恢复开门写好了/)).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByText('停水停电')).toBeNull()
  })

  it.each([
    ['none', [], null, '这些天里没有人订着餐。'],
    ['none, on other days many', ['21', '26'], 'next', '这些天里没有人订着餐。'],
    ['some, and the page ends before the days do', ['22', '23'], 'next', /^这些天里至少有 2 份订餐还在。/],
    ['none yet, and the page ends before they begin', ['19'], 'next', /要到“对不上的订餐”里看。$/],
  ])('are taken back only after it was read who is booked: %s', async (_case, days, next, words) => {
    await opened({
      'meals.closures': () => [{ ...today, from: '2026-11-22', to: '2026-11-25' }],
      'meals.misfits': () => ({ count: 30, misfits: days.map(at), next }),
    })
    await tap(/^恢复开门/)
    expect(screen.getByText(words)).toBeTruthy()
  })

  it('stay where they overlap with what is taken back and begin later, and the question says so', async () => {
    await opened({ 'meals.closures': () => [{ ...today, to: '2026-12-01' }, holiday] })
    await tap(/^从今天起恢复开门/)
    expect(screen.getByText('另外写着11月30日至12月2日休息：装修。那几天还是不开门。')).toBeTruthy()
  })

  it('stay as they are where it is not wanted, and where it could not be done', async () => {
    const sent = await opened({
      'meals.reopen': () => {
        throw noNetwork()
      },
    })
    await tap(/^从今天起恢复开门/)
    await tap('先不恢复')
    expect(sentTo(sent, 'meals.reopen')).toEqual([])
    await tap(/^从今天起恢复开门/)
    await tap('恢复开门')
    expect(screen.getByRole('dialog').textContent).toContain('没有连上网')
    expect(screen.queryByText(/^恢复开门写好了/)).toBeNull()
  })

  it('are written only after it was read who is booked on them', async () => {
    const sent = await opened()
    await write()
    await tap('先看看谁订了')
    const days = { stationId: 'st-1', from: '2026-11-30', to: '2026-12-02' }
    expect(sentTo(sent, 'meals.tryClosing')).toEqual([days])
    expect(sentTo(sent, 'meals.close')).toEqual([])
    expect(screen.getByText('改后：不供餐。')).toBeTruthy()
    expect(screen.getByText('现在：11:30 开饭，座位 32 个，自取和送餐 40 份，可以堂食、自取。')).toBeTruthy()
    expect(screen.getByText(/有 1 份订餐会对不上。存了以后它们还在，不会取消/)).toBeTruthy()
    await tap('写上，这几天不开门')
    expect(sentTo(sent, 'meals.close')).toEqual([{ ...days, reason: '装修' }])
    expect(screen.getByText('写好了，大家在驿站的页面上看得到。订了的餐都还在。')).toBeTruthy()
  })

  it('keep what was typed where they cannot be written', async () => {
    await opened({
      'meals.tryClosing': () => {
        throw refused('CLOSURES_FULL')
      },
    })
    await write()
    await tap('先看看谁订了')
    expect(screen.getByText(/已经写了很多个不开门的日子/)).toBeTruthy()
    await tap('先不写')
    await tap('加不开门的日子')
    expect(screen.getByRole('checkbox', { name: '装修' }).getAttribute('aria-checked')).toBe('true')
  })

  it('ask for what is missing', async () => {
    const sent = await opened()
    await tap('加不开门的日子')
    await tap('先看看谁订了')
    expect(screen.getByText('先写从哪一天起。')).toBeTruthy()
    expect(screen.getByText('选一样，或者写一句。')).toBeTruthy()
    expect(sentTo(sent, 'meals.tryClosing')).toEqual([])
  })
})
