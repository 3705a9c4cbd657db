import { act, fireEvent, render, screen } from '@testing-library/react'
import type { KeptPlan, StationPlans } from '#types/meals/plans'
import Plans from '@/packages/planning/plans'
import { rememberMe } from '@/services/person'
import { aMe } from '../builders'
import { loaded } from '../loaded'
import { phone } from '../mock-taro'
import { cloudAnswers, refused } from '../network'
import { aPlan, aTrial, manager } from './builders'

const coming = aPlan({ from: '2026-12-14', stands: 'coming', rev: 1, startsAt: '11:00' })
const stationPlans = (over: Partial<StationPlans> = {}): StationPlans => ({
  plans: [coming, aPlan({ until: '2026-12-13' })],
  kitchen: { id: 'k-1', name: '银龄厨房' },
  arrangedUntil: '2027-12-31',
  beyond: null,
  ...over,
})

async function opened(answers: Parameters<typeof cloudAnswers>[0] = {}) {
  const sent = cloudAnswers({
    'meals.plans': () => stationPlans(),
    'meals.tryPlan': () => aTrial(),
    'meals.changePlan': () => coming,
    ...answers,
  })
  render(<Plans />)
  await loaded()
  return sent
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const pick = (name: string) => act(async () => void fireEvent.click(screen.getByRole('radio', { name })))
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const typeDate = (digits: string) => {
  const [first] = screen.getAllByRole('textbox', { name: /年/ })
  if (first) fireEvent.change(first, { target: { value: digits } })
}
const sentTo = (sent: Awaited<ReturnType<typeof opened>>, name: string) =>
  sent.filter((one) => one.name === name).map(({ input: { key: _key, ...input } }) => input)

const { stationId: _station, rev: _rev, stands: _stands, until: _until, ...asWritten } = aPlan()

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = { stationId: 'st-1' }
  rememberMe(aMe({ name: '林芳', roles: [manager], elders: [] }))
})

describe('the plans of a station', () => {
  it('say what is in force and what comes, line by line', async () => {
    const sent = await opened()
    expect(sentTo(sent, 'meals.plans')[0]).toEqual({ stationId: 'st-1', slot: 'lunch' })
    expect(screen.getByText('正在用')).toBeTruthy()
    expect(screen.getByText('还没开始')).toBeTruthy()
    expect(screen.getByText('2026年1月1日到2026年12月13日')).toBeTruthy()
    expect(screen.getAllByText('2 张桌，8 个座位')).toHaveLength(2)
    expect(screen.getAllByText('前一天 18:00')).toHaveLength(2)
    expect(screen.getByText('放假和调休的日子，已经公布到2027年12月31日。')).toBeTruthy()
  })

  it.each([
    ['law', /法定的节日和星期几算/],
    ['weekday', /过节也当平常日子/],
  ] as const)(
    'say what days count by that can be booked and are not announced: %s',
    async (beyond, words) => {
      await opened({ 'meals.plans': () => stationPlans({ beyond }) })
      expect(screen.getByText(words)).toBeTruthy()
      expect(screen.getByText(/只公布到2027年12月31日/)).toBeTruthy()
    },
  )

  it('say that nobody cooks for the station', async () => {
    await opened({ 'meals.plans': () => stationPlans({ kitchen: null, plans: [] }) })
    expect(screen.getByText(/还没有厨房给这家驿站供餐/)).toBeTruthy()
    expect(screen.getByText('午餐还没有安排')).toBeTruthy()
  })

  it.each([
    ['in force', {}, true],
    ['coming', { stands: 'coming' }, true],
    ['in force, with all its seats kept for whoever comes', { tables: aPlan().tables, reserve: 8 }, true],
    ['in force, with portions', { portions: 1 }, false],
    ['in force, with a seat', { tables: aPlan().tables, reserve: 7 }, false],
    ['over', { stands: 'over' }, false],
    ['that ends the meal', { weekdays: [] }, false],
  ] as const)('say that nothing can be booked by one without a place: %s', async (_case, own, isSaid) => {
    const plan = aPlan({ ...{ tables: [], reserve: 0, portions: 0 }, ...(own as Partial<KeptPlan>) })
    await opened({ 'meals.plans': () => stationPlans({ plans: [plan] }) })
    expect(screen.queryAllByText(/没有能订的座位，也没有自取和送餐的份数，老人订不到/)).toHaveLength(
      isSaid ? 1 : 0,
    )
  })

  it('say that nobody cooks for the station where meals are on, too', async () => {
    await opened({ 'meals.plans': () => stationPlans({ kitchen: null }) })
    expect(screen.getByText(/还没有厨房给这家驿站供餐，老人订不到/)).toBeTruthy()
    expect(screen.getByText('正在用')).toBeTruthy()
  })

  it('are written from the one in force: tried first, and kept as it was tried', async () => {
    const sent = await opened()
    await tap('写一份新的午餐安排')
    await tap('先看看会怎么样')
    expect(screen.getByText('先写从哪一天起。')).toBeTruthy()
    expect(sentTo(sent, 'meals.tryPlan')).toEqual([])
    typeDate('20261207')
    type('几点开饭', '12点')
    await tap('先看看会怎么样')
    expect(screen.getByText('写几点，比如 9:00。')).toBeTruthy()
    type('几点开饭', '12：00')
    await tap('先看看会怎么样')
    const plan = { ...asWritten, from: '2026-12-07', startsAt: '12:00' }
    const wanted = { stationId: 'st-1', change: { act: 'write', plan }, seen: null }
    expect(sentTo(sent, 'meals.tryPlan')).toEqual([wanted])
    expect(sentTo(sent, 'meals.changePlan')).toEqual([])
    expect(screen.getByText('从2026年12月7日起，午餐这样安排：')).toBeTruthy()
    expect(screen.getByText(/有 1 份订餐会对不上/)).toBeTruthy()
    await tap('照这样存下来')
    expect(sentTo(sent, 'meals.changePlan')).toEqual([wanted])
    expect(screen.getByText('存好了。已经订了的餐都还在。')).toBeTruthy()
  })

  it('keep what was typed where the cloud refuses, and on the way back', async () => {
    await opened({
      'meals.tryPlan': () => {
        throw refused('PLAN_FAULTY', { fault: 'reserve' })
      },
    })
    await tap('写一份新的午餐安排')
    typeDate('20261207')
    type('留几个座位不订（给没有订就来的）', '9')
    await tap('先看看会怎么样')
    expect(screen.getByText('留着不订的座位，比所有的座位还多。请改少一些，再点一次。')).toBeTruthy()
    await tap('先不写')
    await tap('写一份新的午餐安排')
    const reserve = screen.getByRole<HTMLInputElement>('textbox', { name: /^留几个座位/ })
    expect(reserve.value).toBe('9')
  })

  it('have tables added several at once, and changed one by one', async () => {
    const sent = await opened()
    await tap('写一份新的午餐安排')
    typeDate('20261207')
    await tap('加桌子')
    type('加几张一样的', '2')
    type('一张桌坐几位', '6')
    type('其中能坐轮椅的几位', '7')
    await tap('加上')
    expect(screen.getByText('请写数字：座位至少 1 个，能坐轮椅的不能比座位多。')).toBeTruthy()
    type('其中能坐轮椅的几位', '2')
    await tap('加上')
    expect(screen.getByText('一共 4 张桌，20 个座位。')).toBeTruthy()
    await tap(/^1 号桌/)
    await tap('去掉这张桌')
    await tap('先看看会怎么样')
    expect(sentTo(sent, 'meals.tryPlan')[0]).toMatchObject({
      change: {
        plan: {
          tables: [
            { id: 't2', name: '2 号桌', seats: 4, wheelchairs: 0 },
            { id: 't3', name: '3 号桌', seats: 6, wheelchairs: 2 },
            { id: 't4', name: '4 号桌', seats: 6, wheelchairs: 2 },
          ],
        },
      },
    })
  })

  it('are taken back before they begin, as they were seen', async () => {
    const sent = await opened()
    await tap(/^收回这一份/)
    const change = { act: 'takeBack', slot: 'lunch', from: '2026-12-14' }
    expect(sentTo(sent, 'meals.tryPlan')).toEqual([{ stationId: 'st-1', change, seen: 1 }])
    await tap('照这样存下来')
    expect(sentTo(sent, 'meals.changePlan')).toEqual([{ stationId: 'st-1', change, seen: 1 }])
  })

  it('end from a day on', async () => {
    const sent = await opened()
    await tap('从哪一天起不供午餐')
    typeDate('20261214')
    await tap('先看看会怎么样')
    const change = { act: 'end', slot: 'lunch', from: '2026-12-14' }
    expect(sentTo(sent, 'meals.tryPlan')).toEqual([{ stationId: 'st-1', change, seen: 1 }])
    expect(screen.getByText('从2026年12月14日起，不再供午餐。')).toBeTruthy()
  })

  it('are looked at meal by meal', async () => {
    const sent = await opened()
    await pick('晚餐')
    expect(sentTo(sent, 'meals.plans').at(-1)).toEqual({ stationId: 'st-1', slot: 'dinner' })
  })
})
