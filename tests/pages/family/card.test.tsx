import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { Card as CardOf } from '#types/people/elders'
import Card from '@/packages/family/card'
import { rememberMe } from '@/services/person'
import { aDaughter, aMe } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork } from '../network'

const aCard = (over: Partial<CardOf> = {}): CardOf => ({
  elderId: 'e-wang',
  name: '王秀英',
  code: '12345678',
  stationName: '长江路社区养老驿站',
  stationPhone: '000-0000-0103',
  ...over,
})

const show = () => act(async () => void render(<Card />))
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aMe())
})

describe('the card of an elder', () => {
  it('shows her name and her station', async () => {
    cloudAnswers({ 'people.card': () => aCard() })
    await show()
    expect(screen.getByText('您的服务卡')).toBeTruthy()
    expect(screen.getByText(/王秀英/)).toBeTruthy()
    expect(screen.getByText(/长江路社区养老驿站/)).toBeTruthy()
  })

  it('is replaced when it is lost, after a word of warning', async () => {
    const sent = cloudAnswers({
      'people.card': () => aCard(),
      'people.renewCard': () => aCard({ code: '87654321' }),
    })
    await show()
    await tap('卡丢了，换一张')
    expect(screen.getByText(/旧卡马上不能用了/)).toBeTruthy()
    await tap('换一张')
    expect(sent.find(({ name }) => name === 'people.renewCard')?.input).toMatchObject({
      elderId: 'e-wang',
      code: '12345678',
    })
    expect(screen.getByText(/换好了/)).toBeTruthy()
  })

  it('stays as it is without a network, and says so', async () => {
    cloudAnswers({
      'people.card': () => aCard(),
      'people.renewCard': () => {
        throw noNetwork()
      },
    })
    await show()
    await tap('卡丢了，换一张')
    await tap('换一张')
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    await tap('不换，再找找')
    expect(screen.queryByText(/换好了/)).toBeNull()
  })

  it('can be shown by a daughter, and replaced by her mother alone', async () => {
    rememberMe(aDaughter())
    cloudAnswers({ 'people.card': () => aCard() })
    await show()
    expect(screen.getByText('妈妈的服务卡')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /换一张/ })).toBeNull()
    expect(screen.getByText(/请妈妈自己换一张/)).toBeTruthy()
    cleanup()
  })
})
