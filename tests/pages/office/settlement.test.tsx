import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Owed, Settlement, SettlementRow } from '#types/supervision'
import SettlementPage from '@/packages/office/settlement'
import { rememberMe } from '@/services/person'
import { aMe } from '../builders'
import { cloudAnswers, noNetwork } from '../network'

const supervisor = () =>
  aMe({ name: '吴主任', roles: [{ role: 'supervisor', orgName: '样例区' }], elders: [] })
const orgs = () => ({
  orgs: [
    { id: 'st-1', name: '长江路驿站', kind: 'station' as const, roles: [] },
    { id: 'd-sample', name: '样例区', kind: 'district' as const, roles: [] },
  ],
  next: null,
})
/** One on each page. */
const operators = ({ after }: { after?: string }) =>
  after === undefined
    ? { operators: [{ id: 'op-1', name: '康乐养老', stations: 3 }], next: 'more' }
    : { operators: [{ id: 'op-2', name: '福寿养老', stations: 1 }], next: null }

const owed = (over: Partial<Owed> = {}): Owed => ({
  payer: 'district',
  rule: 'five-a-day',
  label: '基本养老服务对象补贴',
  to: 'elder',
  meals: 12,
  amount: 6000,
  ...over,
})

const aSettlement = (over: Partial<Settlement> = {}): Settlement => ({
  operatorId: 'op-1',
  operatorName: '康乐养老',
  month: '2026-11',
  owed: [
    owed(),
    owed({ payer: 'town', rule: 'one-more', label: '街道加补', meals: -1, amount: -100 }),
    owed({ to: 'operator', rule: 'operator', label: '运营补贴', meals: 10, amount: 3000 }),
  ],
  control: { records: 14, served: 13, reversed: 1, billed: 21600, elderPaid: 15700, owed: 8900 },
  closesOn: '2026-12-06',
  isClosed: false,
  ...over,
})

const aRow = (over: Partial<SettlementRow> = {}): SettlementRow => ({
  id: 'r-1',
  date: '2026-11-20',
  slot: 'lunch',
  mode: 'dineIn',
  stationName: '长江路驿站',
  elderName: '王**',
  kind: 'served',
  billed: 1800,
  elderPaid: 1300,
  owed: 800,
  ...over,
})

const file = {
  name: '结算_康乐养老_2026-11.xlsx',
  link: 'https://files/1',
  fileId: 'cloud://env.files/settlements/1.xlsx',
  records: 14,
  owed: 8900,
}
const answers = {
  'people.orgs': orgs,
  'supervision.operators': operators,
  'supervision.settlement': () => aSettlement(),
}

async function opened(more: Parameters<typeof cloudAnswers>[0] = {}) {
  const sent = cloudAnswers({ ...answers, ...more })
  render(<SettlementPage />)
  await screen.findByText('对一对账')
  return sent
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const inputs = (sent: Awaited<ReturnType<typeof opened>>, name: string) =>
  sent.filter((one) => one.name === name).map(({ input }) => input)
const lines = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((one) => one.textContent)

beforeEach(() => {
  jest.clearAllMocks()
  rememberMe(supervisor())
})

describe("a month's settlement", () => {
  it('shows what each payer owes, for elders and for the operator apart', async () => {
    const sent = await opened()
    expect(inputs(sent, 'supervision.settlement')[0]).toEqual({
      district: 'd-sample',
      operatorId: 'op-1',
      month: '2026-11',
    })
    expect(lines('给老人的')).toEqual([
      '区里基本养老服务对象补贴12 餐60 元',
      '街道（镇）街道加补-1 餐-1 元',
      '一共59 元',
    ])
    expect(lines('给运营方的')).toEqual(['区里运营补贴10 餐30 元', '一共30 元'])
    expect(screen.getByText('12月6日起不会再变。在那以前，记错的还能改。')).toBeTruthy()
  })

  it('adds up before the eyes of the reader', async () => {
    await opened()
    for (const words of ['13 笔', '1 笔', '14 笔', '216 元', '157 元', '89 元'])
      expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText('和每一笔记录加起来一样。')).toBeTruthy()
  })

  it('counts the records first, then what they are: one may take back a meal of a month that is closed', async () => {
    const control = { ...aSettlement().control, records: 3, served: 0, reversed: 2 }
    await opened({ 'supervision.settlement': () => aSettlement({ control }) })
    const row = (name: string) => screen.getByText(name).parentElement
    expect(row('记录一共')?.textContent).toBe('记录一共3 笔')
    expect(row('记录一共')?.nextElementSibling?.textContent).toBe('其中记成吃过的0 笔')
    expect(row('其中记成吃过的')?.nextElementSibling?.textContent).toBe('其中记错、退回的2 笔')
  })

  it('says so when it does not', async () => {
    const control = { ...aSettlement().control, elderPaid: 15600 }
    await opened({ 'supervision.settlement': () => aSettlement({ control }) })
    expect(screen.getByText(/加起来差 1 元/)).toBeTruthy()
  })

  it('looks at another month and another operator', async () => {
    const sent = await opened()
    await tap(/2026年11月/)
    expect(screen.getAllByRole('radio')).toHaveLength(12)
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '2025年12月' })))
    await tap(/康乐养老/)
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: /福寿养老/ })))
    expect(inputs(sent, 'supervision.settlement').pop()).toMatchObject({
      operatorId: 'op-2',
      month: '2025-12',
    })
  })

  it('says that a month is closed, and that another is empty', async () => {
    await opened({ 'supervision.settlement': () => aSettlement({ isClosed: true }) })
    expect(screen.getByText('这个月已经结清，不会再变。')).toBeTruthy()
    const control = { records: 0, served: 0, reversed: 0, billed: 0, elderPaid: 0, owed: 0 }
    cloudAnswers({ ...answers, 'supervision.settlement': () => aSettlement({ owed: [], control }) })
    await tap(/2026年11月/)
    await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '2026年10月' })))
    expect(await screen.findByText('这个月没有记录')).toBeTruthy()
  })

  it('is for those who supervise', async () => {
    rememberMe(aMe())
    await act(async () => void render(<SettlementPage />))
    expect(screen.getByText('这里是街道和区里用的')).toBeTruthy()
  })
})

describe('the file of a month', () => {
  it('is made only for whoever says what for, and keeps the words without a network', async () => {
    const sent = await opened({
      'supervision.settlementFile': () => {
        throw noNetwork()
      },
    })
    await tap('下载 Excel')
    await tap('做好文件')
    expect(screen.getByText('选一样，或者写一句做什么用。')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '报给财政' } })
    await tap('做好文件')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('报给财政')
    expect(inputs(sent, 'supervision.settlementFile')[0]).toMatchObject({
      format: 'xlsx',
      reason: '报给财政',
    })

    cloudAnswers({ 'supervision.settlementFile': () => file })
    await tap('做好文件')
    expect(screen.getByText(/14 笔记录，各方一共要付 89 元/)).toBeTruthy()
  })

  it('is downloaded at a tap in a browser', async () => {
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    await opened({ 'supervision.settlementFile': () => ({ ...file, name: '结算.csv' }) })
    await tap('下载 CSV')
    fireEvent.click(screen.getByRole('checkbox', { name: '财政核对' }))
    await tap('做好文件')
    await tap('打开文件')
    expect(click.mock.contexts.map((way) => [way.href, way.download])).toEqual([
      ['https://files/1', '结算.csv'],
    ])
    click.mockRestore()
  })
})

describe('a sample', () => {
  it('is drawn by a number that is shown, and again by the same number', async () => {
    const sent = await opened({ 'supervision.sample': () => ({ of: 83, rows: [aRow()] }) })
    await tap('抽一些来看')
    const [first] = inputs(sent, 'supervision.sample')
    const seed = screen.getByRole<HTMLInputElement>('textbox', { name: '抽查的号码' }).value
    expect(seed).toMatch(/^\d{6}$/)
    expect(first).toMatchObject({ operatorId: 'op-1', month: '2026-11', seed })
    expect(screen.getByText(`号码 ${seed}：83 笔吃过的记录里抽了 1 笔（1.2%）。`)).toBeTruthy()
    expect(screen.getByText('饭钱 18 元，老人付 13 元，各方付 8 元')).toBeTruthy()

    fireEvent.change(screen.getByRole('textbox', { name: '抽查的号码' }), { target: { value: '第一次' } })
    await tap('按这个号码抽')
    expect(inputs(sent, 'supervision.sample').pop()).toMatchObject({ seed: '第一次' })
  })
})
