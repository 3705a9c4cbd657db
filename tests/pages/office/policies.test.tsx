import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { PolicyRow } from '#types/eligibility'
import Policies from '@/packages/office/policies'
import { rememberMe } from '@/services/person'
import { aMe } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, refused } from '../network'

const aPolicy = (over: Partial<PolicyRow> = {}): PolicyRow => ({
  id: 'd_meal_2022-03-01',
  kind: 'meal',
  name: '助餐补贴（2022 年）',
  effectiveFrom: '2022-03-01',
  lastDay: null,
  source: '北京日报 2022-03-31',
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
      'eligibility.savePolicy': () => {
        throw refused('POLICY_REFUSED', { faults })
      },
    })
    await tap('加一份政策')
    await tap('检查，存好')
    expect(screen.getByText('先选一个文件，或者把内容粘贴进来。')).toBeTruthy()
    write('{ "kind": "meal" }')
    await tap('检查，存好')
    const list = within(screen.getByRole('list', { name: '要改的地方' }))
    expect(list.getAllByRole('listitem').map((one) => one.textContent)).toEqual(faults)
    expect(box().value).toBe('{ "kind": "meal" }')
    expect(sent[sent.length - 1]?.input).toMatchObject({ district: 'd-sample', text: '{"kind":"meal"}' })
    write('{ "kind": "meal" } ')
    expect(screen.queryByRole('list', { name: '要改的地方' })).toBeNull()
  })

  it('keeps what was pasted for another day, and lets go of it once it is stored', async () => {
    const sent = await opened({ 'eligibility.savePolicy': () => aPolicy({ effectiveFrom: '2027-01-01' }) })
    await tap('加一份政策')
    write('{}')
    await tap('先不加')
    await screen.findByText('样例区的政策')
    await tap('加一份政策')
    expect(box().value).toBe('{}')
    await tap('检查，存好')
    expect(screen.getByText('助餐补贴（2022 年）存好了，2027年1月1日起用。')).toBeTruthy()
    expect(sent.filter(({ name }) => name === 'eligibility.policies').length).toBeGreaterThan(1)
    await tap('加一份政策')
    expect(box().value).toBe('')
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
    expect(sent.some(({ name }) => name === 'eligibility.savePolicy')).toBe(false)
  })

  it.each([
    ['18,000 letters', 'x'.repeat(18_000)],
    ['6,000 Chinese characters', '一'.repeat(6000)],
  ])('sends what the cloud takes just so: %s', async (_, text) => {
    const sent = await opened({ 'eligibility.savePolicy': () => aPolicy() })
    await tap('加一份政策')
    write(text)
    await tap('检查，存好')
    expect(sent.find(({ name }) => name === 'eligibility.savePolicy')?.input).toMatchObject({ text })
  })
})
