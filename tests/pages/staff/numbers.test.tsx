import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Claimant, SharedNumber } from '#types/people/numbers'
import Numbers from '@/packages/staff/numbers'
import { rememberMe } from '@/services/person'
import { phone } from '../mock-taro'
import { cloudAnswers, refused } from '../network'
import { clerk } from './counter'

const aClaimant = (own: Partial<Claimant> = {}): Claimant => ({
  ...{ id: 'e-wang', name: '王秀英', age: 82, building: '长江路 18 弄 3 号楼', phoneTail: '3606' },
  ...{ stationName: '长江路社区养老驿站', state: 'active', isOwn: true, diedOn: null },
  ...{ isUnseen: false, hasOwnPhone: true },
  ...own,
})
const other = aClaimant({
  id: 'e-other',
  name: '王丽',
  building: '映湖路 2 号',
  isOwn: false,
  isUnseen: true,
})
const number = (own: Partial<SharedNumber> = {}): SharedNumber => ({
  ...{ tail: '002X', since: '2026-11-20T01:00:00.000Z', elders: [aClaimant(), other], undoHours: 24 },
  ...own,
})
const tap = (name: string | RegExp) =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
  })

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { stationId: 'st-changjiang' }
  rememberMe(clerk())
})

describe('id numbers with which several elders were registered', () => {
  it('stand side by side, counted whole, and a page at a time', async () => {
    const sent = cloudAnswers({
      'people.sharedNumbers': ({ after }) =>
        after
          ? {
              numbers: [number({ tail: '1234', elders: [aClaimant({ id: 'e-3' })] })],
              next: null,
              waiting: 14,
              lately: [],
            }
          : { numbers: [number()], next: 'page-2', waiting: 14, lately: [] },
    })
    render(<Numbers />)
    expect(await screen.findByText(/^有 14 个身份证号，登记了不止一位老人/)).toBeTruthy()
    expect(screen.getByText('王秀英 · 82 岁')).toBeTruthy()
    expect(screen.getByText('王丽 · 82 岁')).toBeTruthy()
    expect(screen.getAllByText('还没有人见过')).toHaveLength(1)
    expect(screen.getAllByText('别的驿站的')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: '打开王丽的登记' })).toBeNull()
    await tap('再看几个')
    expect(await screen.findByText('尾号 1234')).toBeTruthy()
    expect(sent.at(-1)?.input.after).toBe('page-2')
  })

  it('are settled once the clerk says which paper was seen, and what stood against it is said', async () => {
    let isSettled = false
    let tries = 0
    const sent = cloudAnswers({
      'people.sharedNumbers': () =>
        isSettled
          ? { numbers: [], next: null, waiting: 0, lately: [] }
          : { numbers: [number()], next: null, waiting: 1, lately: [] },
      'people.settleNumber': () => {
        tries += 1
        if (tries === 1) throw refused('WRONG_STATE')
        isSettled = true
        return { elderId: 'e-other', name: '王丽' }
      },
    })
    render(<Numbers />)
    await screen.findByText('王丽 · 82 岁')
    await tap('身份证是王丽（映湖路 2 号）的')
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText(/另外 1 位就没有身份证号了/)).toBeTruthy()
    expect(sheet.getByText(/价钱两边都会变：王丽能算补贴了，另外 1 位.*按菜单价付/)).toBeTruthy()
    await tap('是，尾号 002X 是王丽的')
    expect(sheet.getByText('选一样，或者写一句看了什么。')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '身份证' }))
    await tap('是，尾号 002X 是王丽的')
    expect(sheet.getByText(/刚刚有了变化/)).toBeTruthy()
    await tap('是，尾号 002X 是王丽的')
    expect(await screen.findByText('记下了：尾号 002X 的身份证是王丽的。')).toBeTruthy()
    expect(await screen.findByText('没有重复的身份证号')).toBeTruthy()
    const settled = sent.filter(({ name }) => name === 'people.settleNumber')
    expect(settled.at(-1)?.input).toMatchObject({ elderId: 'e-other', reason: '身份证' })
  })

  it('can be taken back for a while once they are settled', async () => {
    const settled = { tail: '002X', elderId: 'e-wang', name: '王秀英', undoUntil: '2026-11-22T01:00:00.000Z' }
    let tries = 0
    let isBack = false
    const sent = cloudAnswers({
      'people.sharedNumbers': () =>
        isBack
          ? { numbers: [number()], next: null, waiting: 1, lately: [] }
          : { numbers: [], next: null, waiting: 0, lately: [settled] },
      'people.undoSettling': () => {
        tries += 1
        if (tries === 1) throw refused('UNDO_CLOSED')
        isBack = true
        return { elderId: 'e-wang', name: '王秀英' }
      },
    })
    render(<Numbers />)
    expect(await screen.findByText('尾号 002X 是王秀英的')).toBeTruthy()
    await tap('弄错了，尾号 002X 不是王秀英的，撤回')
    expect(screen.getByText('能撤回的时间已经过了，不能再撤回了。')).toBeTruthy()
    await tap('弄错了，尾号 002X 不是王秀英的，撤回')
    expect(await screen.findByText('撤回了：尾号 002X 是不是王秀英的，再核对一次。')).toBeTruthy()
    expect(screen.queryByText('刚定下的')).toBeNull()
    expect(screen.getByText('王丽 · 82 岁')).toBeTruthy()
    expect(sent.filter(({ name }) => name === 'people.undoSettling').at(-1)?.input).toMatchObject({
      elderId: 'e-wang',
    })
  })

  it('say how many there are where not all are listed', async () => {
    cloudAnswers({
      'people.sharedNumbers': () => ({
        numbers: [number({ unlisted: 3 })],
        next: null,
        waiting: 1,
        lately: [],
      }),
    })
    render(<Numbers />)
    expect(await screen.findByText('一共 5 份登记用了这个号码，下面是先登记的。')).toBeTruthy()
  })
})
