import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ConsentState, Registered } from '#types/people/elders'
import type { FoundElder } from '#types/people/found'
import Register from '@/packages/staff/register'
import { rememberMe } from '@/services/person'
import { aMe } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'

const ID_NUMBER = '110101194402031228'

const texts: ConsentState[] = [
  { purpose: 'service', version: 'service-1', title: '登记和办事', text: '记下名字和住址。', given: null },
  { purpose: 'health', version: 'health-1', title: '身体情况', text: '记下忌口和过敏。', given: null },
]

const registered: Registered = {
  elderId: 'e-new',
  name: '方桂珍',
  state: 'active',
  code: '27384950',
  stationName: '长江路社区养老驿站',
}

const namesake: FoundElder = {
  id: 'e-old',
  name: '方桂珍',
  age: 82,
  building: '梧桐里 3 号',
  phoneTail: null,
  stationName: '梧桐里睦邻点',
  state: 'active',
  isOwn: false,
  diedOn: null,
  isUnseen: false,
}

const answers = { 'people.consents': () => texts, 'people.registerAt': () => registered }

const type = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const pick = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))

async function fillIn() {
  type('名字', '方桂珍')
  type(/身份证号/, ID_NUMBER)
  pick('没有电话')
  tap('下一步：住在哪里')
  type('小区或楼', '长江路 18 弄')
  pick('一个人住')
  fireEvent.click(await screen.findByRole('checkbox', { name: /登记和办事/ }))
  type('签字单的编号', 'T-17')
  type('还有谁在场', '李红')
}

async function opened() {
  const page = render(<Register />)
  await act(async () => undefined)
  return page
}

const send = () => act(async () => tap('登记好，给老人一张卡'))
const asked = (sent: ReturnType<typeof cloudAnswers>) =>
  sent.filter(({ name }) => name === 'people.registerAt').map(({ input }) => input)

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = { stationId: 'st-changjiang' }
  rememberMe(aMe({ name: '张静', roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] }))
})

describe('registering an elder at the counter', () => {
  it('says whose unfinished registration the page still holds, and begins anew for another', async () => {
    cloudAnswers(answers)
    const first = await opened()
    expect(screen.queryByText(/还没有写完/)).toBeNull()
    type('名字', '方桂珍')
    expect(screen.queryByText(/还没有写完/)).toBeNull()
    first.unmount()
    await opened()
    expect(screen.getByText(/^方桂珍的登记还没有写完/)).toBeTruthy()
    tap('重新写')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名字' }).value).toBe('')
    expect(screen.queryByText(/还没有写完/)).toBeNull()
  })

  it('takes two steps, sends once at a double tap and shows the card', async () => {
    const sent = cloudAnswers(answers)
    await opened()
    await fillIn()
    await act(async () => {
      tap('登记好，给老人一张卡')
      tap(/登记好，给老人一张卡/)
    })
    expect(asked(sent)).toEqual([
      expect.objectContaining({
        elder: {
          name: '方桂珍',
          idNumber: ID_NUMBER,
          phone: null,
          building: '长江路 18 弄',
          living: 'alone',
        },
        stationId: 'st-changjiang',
        agreed: [{ purpose: 'service', version: 'service-1' }],
        paper: { how: 'paper', form: 'T-17', witness: '李红' },
        channel: 'counter',
      }),
    ])
    expect(screen.getByText('方桂珍登记好了')).toBeTruthy()
    expect(screen.getByRole('img', { name: '卡号 2 7 3 8 4 9 5 0' })).toBeTruthy()
    expect(phone.storage.size).toBe(0)

    tap('给老人订餐')
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/book-for/index?stationId=st-changjiang&text=27384950',
    })
    tap('登记下一位')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名字' }).value).toBe('')
  })

  it('writes down that she said it on the telephone', async () => {
    const sent = cloudAnswers(answers)
    await opened()
    await fillIn()
    pick('电话里说的')
    type('老人说了什么', '同意登记')
    await send()
    expect(asked(sent)[0]).toMatchObject({ channel: 'phone', paper: { how: 'spoken', form: '同意登记' } })
  })

  it('says beside each box what is missing, and asks the cloud for nothing', async () => {
    const sent = cloudAnswers(answers)
    await opened()
    tap('下一步：住在哪里')
    expect(screen.getByText('写上老人的名字。')).toBeTruthy()
    expect(screen.getByText(/照着身份证填号码/)).toBeTruthy()
    expect(screen.getByText(/没有的话，选“没有电话”/)).toBeTruthy()
    expect(asked(sent)).toEqual([])
  })

  it('points at the number when a digit of it is wrong', async () => {
    cloudAnswers({
      ...answers,
      'people.registerAt': () => {
        throw refused('BAD_ID_NUMBER', { why: 'checksum' })
      },
    })
    await opened()
    await fillIn()
    await send()
    expect(screen.getByText(/有一位抄错了/)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /身份证号/ }).value).toBe(ID_NUMBER)
    type(/身份证号/, '110101194402031244')
    expect(screen.queryByText(/有一位抄错了/)).toBeNull()
    tap('下一步：住在哪里')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '小区或楼' }).value).toBe('长江路 18 弄')
    await screen.findByRole('checkbox', { name: /登记和办事/ })
  })

  it('shows who might be the same, and registers another person when the clerk has looked', async () => {
    const sent = cloudAnswers({
      ...answers,
      'people.find': () => ({
        elders: [namesake, { ...namesake, id: 'e-other', name: '方桂珍珠' }],
        next: null,
      }),
      'people.registerAt': ({ others }) => {
        if (!others) throw refused('MAYBE_REGISTERED', { elderIds: ['e-old'] })
        return registered
      },
    })
    await opened()
    await fillIn()
    await send()
    expect(screen.getByRole('dialog', { name: '是不是这一位？' })).toBeTruthy()
    expect(await screen.findByRole('button', { name: /方桂珍 · 82 岁/ })).toBeTruthy()
    expect(screen.queryByText(/方桂珍珠/)).toBeNull()
    await act(async () => tap('不是，另登一位'))
    expect(asked(sent)[1]).toMatchObject({ others: ['e-old'] })
    expect(screen.getByText('方桂珍登记好了')).toBeTruthy()
  })

  it('says of somebody whom another station looks after that she is not shown, and how she is found', async () => {
    cloudAnswers({
      ...answers,
      'people.find': () => ({ elders: [], next: null }),
      'people.registerAt': () => {
        throw refused('MAYBE_REGISTERED', { elderIds: ['e-old'] })
      },
    })
    await opened()
    await fillIn()
    await send()
    expect(
      await screen.findByText(/^有 1 位是别的驿站登记的，这里不显示。.*卡号或者全名加电话后四位/),
    ).toBeTruthy()
    expect(screen.queryByText(/点开/)).toBeNull()
    tap('登记过，去找这位老人')
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/book-for/index?stationId=st-changjiang',
    })
  })

  it('opens the elder who is registered already', async () => {
    cloudAnswers({
      ...answers,
      'people.registerAt': () => {
        throw refused('ALREADY_REGISTERED', { elderId: 'e-old', name: '方*珍' })
      },
    })
    await opened()
    await fillIn()
    await send()
    tap('打开这位老人')
    expect(Taro.redirectTo).toHaveBeenCalledWith({
      url: '/packages/staff/elder/index?stationId=st-changjiang&elderId=e-old',
    })
  })

  it('registers another one once the clerk has looked at whoever has the number', async () => {
    let tries = 0
    const sent = cloudAnswers({
      ...answers,
      'people.registerAt': () => {
        tries += 1
        if (tries === 1) throw refused('ALREADY_REGISTERED', { elderId: 'e-old', isProven: false })
        if (tries === 2) throw refused('ALREADY_REGISTERED', { elderId: 'e-old', isProven: true })
        throw refused('BUSY')
      },
    })
    await opened()
    await fillIn()
    await send()
    expect(screen.getByText(/证件还没有人核对/)).toBeTruthy()
    await act(async () => tap('看过了，不是同一位，另登一位'))
    expect(sent.filter(({ name }) => name === 'people.registerAt')[1]?.input.others).toEqual(['e-old'])
    expect(screen.queryByRole('button', { name: /另登一位/ })).toBeNull()
    expect(screen.getByRole('button', { name: '打开这位老人' })).toBeTruthy()
  })

  it('names the consent without which nobody is registered', async () => {
    cloudAnswers({
      ...answers,
      'people.registerAt': () => {
        throw refused('CONSENT_MISSING', { purposes: ['service'] })
      },
    })
    await opened()
    await fillIn()
    await send()
    expect(screen.getByText(/老人没有同意“登记和办事”，还不能登记/)).toBeTruthy()
  })

  it('keeps what was typed without a network, and through a restart', async () => {
    cloudAnswers({
      ...answers,
      'people.registerAt': () => {
        throw noNetwork()
      },
    })
    const { unmount } = await opened()
    await fillIn()
    await send()
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    unmount()
    await opened()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名字' }).value).toBe('方桂珍')
    tap('下一步：住在哪里')
    const box = await screen.findByRole('checkbox', { name: /登记和办事/ })
    expect(box.getAttribute('aria-checked')).toBe('true')
  })

  it('is for those who work at the station', async () => {
    rememberMe(aMe())
    await opened()
    expect(screen.getByText('这里是驿站工作人员用的')).toBeTruthy()
  })
})
