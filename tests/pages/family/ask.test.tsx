import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import Ask from '@/packages/family/ask'
import * as dialler from '@/platform/ring'
import { rememberMe } from '@/services/person'
import { aGuest, aMe } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'

const opened = () => jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)
const show = () => act(async () => void render(<Ask />))
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const pick = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: string | RegExp, value: string) => fireEvent.change(box(name), { target: { value } })

const asked = () => ({ name: '王*英', relation: 'daughter', state: 'asked' }) as const

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aGuest())
})

async function filledByCard() {
  type('老人服务卡上的码', '12345678')
  await tap('下一步')
  pick('女儿')
  type('您叫什么名字？', '李敏')
  await tap('下一步')
}

describe('asking to be let in', () => {
  it('asks by the code of a card, with seeing and booking chosen', async () => {
    const sent = cloudAnswers({ 'people.ask': asked, 'people.me': aGuest })
    await show()
    expect(screen.getByRole('button', { name: '先填八个数字' }).getAttribute('aria-disabled')).toBe('true')
    await filledByCard()
    type(/跟老人说一句/, '妈，我帮您订餐')
    await tap('好了，请老人同意')
    expect(sent[0]?.input).toMatchObject({
      by: { code: '12345678' },
      relation: 'daughter',
      scopes: ['view', 'order'],
      words: '妈，我帮您订餐',
      name: '李敏',
    })
    expect(screen.getByText('等王*英同意')).toBeTruthy()
    expect(screen.getByText(/首页最上面就是您的名字/)).toBeTruthy()
    expect(screen.getByText(/请老人到驿站/)).toBeTruthy()
  })

  it('asks by id number and name, which never stays on the phone', async () => {
    rememberMe(aMe({ name: '李敏', roles: [], elders: [] }))
    const sent = cloudAnswers({ 'people.ask': asked, 'people.me': aGuest })
    await show()
    pick('用身份证')
    type('老人的身份证号', '340101194401010021')
    expect(screen.getByText(/一位一位对/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '号码还不对，再看一看' })).toBeTruthy()
    type('老人的身份证号', '34010119440101068x')
    type('老人的名字', '王秀英')
    expect(JSON.stringify([...phone.storage.values()])).not.toContain('34010119440101068')
    await tap('下一步')
    pick('儿子')
    expect(screen.queryByRole('textbox')).toBeNull()
    await tap('下一步')
    fireEvent.click(screen.getByRole('checkbox', { name: /替老人订餐/ }))
    await tap('好了，请老人同意')
    expect(sent[0]?.input).toMatchObject({
      by: { idNumber: '34010119440101068X', elderName: '王秀英' },
      scopes: ['view'],
    })
    expect(sent[0]?.input).not.toHaveProperty('name')
  })

  it('leads back to the code when nobody was found by it', async () => {
    cloudAnswers({
      'people.ask': () => {
        throw refused('NOT_FOUND_BY_THIS')
      },
    })
    await show()
    await filledByCard()
    await tap('好了，请老人同意')
    expect(screen.getByText(/没有找到/)).toBeTruthy()
    expect(box('老人服务卡上的码').value).toBe('12345678')
    type('老人服务卡上的码', '12345679')
    expect(screen.queryByText(/没有找到/)).toBeNull()
  })

  it('rings the station where too many have asked today, until something is changed', async () => {
    cloudAnswers({
      'people.ask': () => {
        throw refused('TOO_MANY_TODAY', { what: 'asks', isOfHer: true, stationPhone: '000-0001' })
      },
    })
    await show()
    await filledByCard()
    await tap('好了，请老人同意')
    expect(screen.getByText(/请打电话给驿站，或者明天再点/)).toBeTruthy()
    expect(screen.getByText(/000-0001.*带老人的服务卡去驿站/)).toBeTruthy()
    const dialled = jest.spyOn(dialler, 'ring').mockReturnValue(undefined)
    await tap('打电话给驿站')
    expect(dialled).toHaveBeenCalledWith('000-0001')
    await tap('上一步')
    await tap('下一步')
    expect(screen.queryByText(/000-0001/)).toBeNull()
    expect(screen.getByRole('button', { name: '好了，请老人同意' })).toBeTruthy()
  })

  it('keeps all of it without a network, also when the page is opened again', async () => {
    cloudAnswers({
      'people.ask': () => {
        throw noNetwork()
      },
    })
    await show()
    await filledByCard()
    await tap('好了，请老人同意')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    cleanup()
    await show()
    expect(screen.getByText('第 3 步，一共 3 步')).toBeTruthy()
    await tap('上一步')
    expect(box('您叫什么名字？').value).toBe('李敏')
  })

  it('tells one who was let in long ago, one who was told no today, and a guardian where to go', async () => {
    cloudAnswers({ 'people.ask': () => ({ ...asked(), state: 'granted' }), 'people.me': aGuest })
    await show()
    await filledByCard()
    await tap('好了，请老人同意')
    expect(screen.getByText('王*英早就同意了')).toBeTruthy()
    cleanup()

    cloudAnswers({ 'people.ask': () => ({ ...asked(), state: 'declined' }), 'people.me': aGuest })
    await show()
    await filledByCard()
    await tap('好了，请老人同意')
    expect(screen.getByText('王*英今天没有同意')).toBeTruthy()
    expect(screen.getByText(/带老人的服务卡去驿站/)).toBeTruthy()
    cleanup()

    cloudAnswers({ 'people.ask': () => ({ ...asked(), relation: 'guardian' }), 'people.me': aGuest })
    await show()
    type('老人服务卡上的码', '12345678')
    await tap('下一步')
    pick('监护人')
    expect(screen.getByText(/公证处/)).toBeTruthy()
    type('您叫什么名字？', '李敏')
    await tap('下一步')
    await tap('好了，请老人同意')
    expect(screen.getByText('请带上文件')).toBeTruthy()
  })

  it('has a way for an elder who was never registered', async () => {
    await show()
    await tap(/还没有登记过/)
    expect(opened()).toEqual(['/packages/family/register/index?for=kin'])
  })
})
