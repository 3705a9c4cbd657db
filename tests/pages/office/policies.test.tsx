import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { PolicyReading, PolicyRow } from '#types/eligibility'
import Policies from '@/packages/office/policies'
import { rememberMe } from '@/services/person'
import { aMe } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, refused } from '../network'

const LOOK = '先看一遍说的是什么'

const aPolicy = (over: Partial<PolicyRow> = {}): PolicyRow => ({
  id: 'd_meal_2022-03-01',
  kind: 'meal',
  name: '助餐补贴（2022 年）',
  effectiveFrom: '2022-03-01',
  lastDay: null,
  source: '北京日报 2022-03-31',
  ...over,
})

const aReading = (over: Partial<PolicyReading> = {}): PolicyReading => ({
  policy: aPolicy({ id: 'd_meal_2027-06-01', name: '新办法', effectiveFrom: '2027-06-01' }),
  before: { id: 'd-2', name: '助餐补贴（2027 年）', lastDay: '2027-05-31', lastDayNow: null },
  next: null,
  said: [
    {
      line: '补贴“区里的”：区里出',
      rows: ['80 岁及以上，每天 1 次：4.00 元', '80 岁及以上，每天 1 次：4.00 元'],
    },
    { line: '自己说的也算', rows: [] },
  ],
  ...over,
})

async function opened(more: Parameters<typeof cloudAnswers>[0] = {}) {
  const sent = cloudAnswers({
    'people.orgs': () => ({
      orgs: [{ id: 'd-sample', name: '样例区', kind: 'district', roles: [] }],
      next: null,
    }),
    'eligibility.policies': () => [
      aPolicy({ id: 'd-2', name: '助餐补贴（2027 年）', effectiveFrom: '2027-01-01' }),
      aPolicy({ lastDay: '2026-12-31' }),
      aPolicy({ id: 'd-0', name: '老办法', effectiveFrom: '2020-01-01', lastDay: '2022-02-28' }),
    ],
    ...more,
  })
  render(<Policies />)
  await screen.findByText('样例区的政策')
  return sent
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const write = (value: string) => fireEvent.change(box(), { target: { value } })

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  Element.prototype.scrollIntoView = jest.fn()
  rememberMe(aMe({ name: '吴主任', roles: [{ role: 'supervisor', orgName: '样例区' }], elders: [] }))
})

describe("a district's policies", () => {
  it('say since when and until when they count, and where they are from', async () => {
    await opened()
    expect(screen.getByText('还没开始')).toBeTruthy()
    expect(screen.getByText('正在用')).toBeTruthy()
    expect(screen.getByText('已经过了')).toBeTruthy()
    expect(screen.getByText('2026年12月31日')).toBeTruthy()
    expect(screen.getAllByText('北京日报 2022-03-31')).toHaveLength(3)
  })

  it('lists every fault of a document on its own line, and keeps the text', async () => {
    const faults = ['effectiveFrom：不是一个日子', 'layers.0.rules：至少要一条']
    const sent = await opened({
      'eligibility.readPolicy': () => {
        throw refused('POLICY_REFUSED', { faults })
      },
    })
    await tap('加一份政策')
    await tap(LOOK)
    expect(screen.getByText('先选一个文件，或者把内容粘贴进来。')).toBeTruthy()
    write('{ "kind": "meal" }')
    await tap(LOOK)
    const list = within(screen.getByRole('list', { name: '要改的地方' }))
    expect(list.getAllByRole('listitem').map((one) => one.textContent)).toEqual(faults)
    expect(box().value).toBe('{ "kind": "meal" }')
    expect(sent[sent.length - 1]?.input).toMatchObject({ district: 'd-sample', text: '{"kind":"meal"}' })
    write('{ "kind": "meal" } ')
    expect(screen.queryByRole('list', { name: '要改的地方' })).toBeNull()
  })

  it('keeps what was pasted for another day, and lets go of it once it is stored', async () => {
    const sent = await opened({
      'eligibility.readPolicy': () => aReading(),
      'eligibility.savePolicy': () => aPolicy({ effectiveFrom: '2027-01-01' }),
    })
    await tap('加一份政策')
    write('{}')
    await tap('先不加')
    await screen.findByText('样例区的政策')
    await tap('加一份政策')
    expect(box().value).toBe('{}')
    await tap(LOOK)
    await tap('回去改')
    expect(box().value).toBe('{}')
    await tap(LOOK)
    await tap('照这样存下来')
    expect(screen.getByText('助餐补贴（2022 年）存好了，2027年1月1日起用。')).toBeTruthy()
    expect(sent.filter(({ name }) => name === 'eligibility.policies').length).toBeGreaterThan(1)
    await tap('加一份政策')
    expect(box().value).toBe('')
  })

  const texts = (name: string) =>
    within(screen.getByRole('list', { name }))
      .getAllByRole('listitem')
      .map((one) => one.textContent)
  const readOne = async (reading: PolicyReading, more: Parameters<typeof cloudAnswers>[0] = {}) => {
    const sent = await opened({ 'eligibility.readPolicy': () => reading, ...more })
    await tap('加一份政策')
    write('{ "kind": "meal" }')
    await tap(LOOK)
    return sent
  }

  it('is read out in words, and only the second act stores just what was read', async () => {
    const sent = await readOne(aReading(), { 'eligibility.savePolicy': () => aPolicy({ name: '新办法' }) })
    expect(screen.getByText('还没有存，请从头看一遍')).toBeTruthy()
    expect(texts('存好以后会变的')).toEqual([
      '从2027年6月1日起，助餐照这一份算。',
      '它接着“助餐补贴（2027 年）”。那一份现在没有定到哪一天，存好以后就到2027年5月31日为止。',
      '没有定到哪一天：一直用到同一类的下一份开始的前一天。',
      '已经订好的餐不变，还照订的时候那一份算。',
    ])
    expect(screen.getAllByText('80 岁及以上，每天 1 次：4.00 元')).toHaveLength(2)
    expect(screen.getByText('自己说的也算')).toBeTruthy()
    expect(sent.some(({ name }) => name === 'eligibility.savePolicy')).toBe(false)
    await tap('照这样存下来')
    expect(sent.find(({ name }) => name === 'eligibility.savePolicy')?.input).toMatchObject({
      district: 'd-sample',
      text: '{"kind":"meal"}',
      between: { before: 'd-2', next: null },
    })
    expect(screen.getByText(/新办法存好了/)).toBeTruthy()
  })

  it.each<[string, Partial<PolicyReading>, string]>([
    ['nothing before it', { before: null }, '在它前面没有同一类的政策。'],
    [
      'one before it that ends then anyway',
      { before: { id: 'd-2', name: '老办法', lastDay: '2027-05-31', lastDayNow: '2027-05-31' } },
      '它接着“老办法”，那一份本来就到2027年5月31日为止。',
    ],
    [
      'one before it that was to last longer',
      { before: { id: 'd-2', name: '老办法', lastDay: '2027-05-31', lastDayNow: '2027-12-31' } },
      '它接着“老办法”。那一份现在写的是到2027年12月31日，存好以后就到2027年5月31日为止。',
    ],
    [
      'one for later',
      {
        policy: aPolicy({ effectiveFrom: '2027-06-01', lastDay: '2027-12-31' }),
        next: { id: 'd-3', name: '明年的', effectiveFrom: '2028-01-01' },
      },
      '用到2027年12月31日为止，那一天也算；后面已经存了一份“明年的”，从2028年1月1日开始。',
    ],
    [
      'an end, and none after it',
      { policy: aPolicy({ effectiveFrom: '2027-06-01', lastDay: '2027-12-31' }) },
      '用到2027年12月31日为止，那一天也算。在那以后，没有再加一份，就没有这一类的政策了。',
    ],
  ])('says what would change with %s', async (_, over, words) => {
    await readOne(aReading(over))
    expect(texts('存好以后会变的')).toContain(words)
  })

  it('is read again where another one was stored meanwhile, and then stored', async () => {
    let stored = 0
    const sent = await readOne(aReading(), {
      'eligibility.readPolicy': () =>
        stored === 0 ? aReading() : aReading({ before: null, policy: aPolicy({ name: '又看一遍的' }) }),
      'eligibility.savePolicy': () => {
        stored += 1
        if (stored === 1) throw refused('POLICIES_CHANGED')
        return aPolicy()
      },
    })
    await tap('照这样存下来')
    expect(screen.getByText(/同一类里又存进了另一份/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '照这样存下来' })).toBeNull()
    await tap('再看一遍')
    expect(screen.getByText('又看一遍的')).toBeTruthy()
    expect(screen.queryByText(/同一类里又存进了另一份/)).toBeNull()
    await tap('照这样存下来')
    const saved = sent
      .filter(({ name }) => name === 'eligibility.savePolicy')
      .map(({ input }) => input.between)
    expect(saved).toEqual([
      { before: 'd-2', next: null },
      { before: null, next: null },
    ])
  })

  it('says from when at the earliest a policy can begin, and keeps the text', async () => {
    await readOne(aReading(), {
      'eligibility.readPolicy': () => {
        throw refused('DATE_PAST', { date: '2026-11-20' })
      },
    })
    expect(screen.getByText(/^这份写的是从2026年11月20日开始。政策最早从明天开始/)).toBeTruthy()
    expect(box().value).toBe('{ "kind": "meal" }')
  })

  it('reads a document from a file', async () => {
    await opened()
    await tap('加一份政策')
    const click = jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
      this: HTMLInputElement,
    ) {
      const file = { text: async () => '{ "id": "new" }' }
      Object.defineProperty(this, 'files', { value: [file] })
      this.dispatchEvent(new Event('change'))
    })
    await tap('选一个文件')
    expect(box().value).toBe('{ "id": "new" }')
    click.mockRestore()
  })

  it.each([
    ['18,001 letters', 'x'.repeat(18_001)],
    ['6,001 Chinese characters', '一'.repeat(6001)],
    ['7,000 Chinese characters', '一'.repeat(7000)],
    ['9,001 quotation marks', '"'.repeat(9001)],
  ])('refuses by itself what is too long for the cloud, and the button says so: %s', async (_, text) => {
    const sent = await opened()
    await tap('加一份政策')
    write(text)
    await tap('太长了，先拆成两份')
    expect(screen.getByText('太长了：一份政策最多 18 KB（大约六千个汉字）。请拆成两份。')).toBeTruthy()
    expect(sent.some(({ name }) => name === 'eligibility.readPolicy')).toBe(false)
  })

  it.each([
    ['18,000 letters', 'x'.repeat(18_000)],
    ['6,000 Chinese characters', '一'.repeat(6000)],
  ])('sends what the cloud takes just so: %s', async (_, text) => {
    const sent = await opened({ 'eligibility.readPolicy': () => aReading() })
    await tap('加一份政策')
    write(text)
    await tap(LOOK)
    expect(sent.find(({ name }) => name === 'eligibility.readPolicy')?.input).toMatchObject({ text })
  })
})
