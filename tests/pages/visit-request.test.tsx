import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import VisitRequest from '@/pages/visit-request'
import * as dialler from '@/platform/ring'
import { rememberMe } from '@/services/person'
import { aDaughter, aFile, aGuest, aHome, aMe, anElder, aVisit } from './builders'
import { phone } from './mock-taro'
import { cloudAnswers, noNetwork, refused } from './network'

const wentTo = () => jest.mocked(Taro.redirectTo).mock.calls.map(([to]) => to.url)
const pick = (name: RegExp | string) => fireEvent.click(screen.getByRole('radio', { name }))
const show = () => act(async () => void render(<VisitRequest />))
const send = () => screen.getByRole('button', { name: '现在就请人去' })
/** Requests among what was sent: the page asks for other things too. */
const requestsIn = (sent: ReturnType<typeof cloudAnswers>) =>
  sent.filter(({ name }) => name === 'visits.request')
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /怎么了/ })

beforeEach(() => {
  jest.clearAllMocks()
  phone.storage.clear()
  phone.params = {}
  rememberMe(aDaughter())
})

describe('asking for a visit', () => {
  it('sends a daughter to the progress of the visit she asked for', async () => {
    const sent = cloudAnswers({ 'visits.request': () => aVisit({ reason: '电话没人接' }) })
    await show()
    expect(screen.getByText('请人看看妈妈')).toBeTruthy()
    pick(/急事/)
    fireEvent.click(screen.getByRole('checkbox', { name: '电话没人接' }))
    await act(async () => void fireEvent.click(send()))
    expect(requestsIn(sent)[0]?.input).toMatchObject({
      elderId: 'e-wang',
      urgency: 'urgent',
      reason: '电话没人接',
      when: 'now',
    })
    expect(wentTo()).toEqual(['/pages/visit/index?visitId=v-1'])
  })

  it('has the telephone of her station beside what it says of 120 from afar', async () => {
    const contact = {
      ...{ name: '张静', stationName: '长江路社区养老驿站', phone: '000-0000-0101' },
      ...{ openNow: true, opensAt: null, otherwise: null },
    }
    cloudAnswers({ 'people.home': () => aHome({ contact }) })
    const rings = jest.spyOn(dialler, 'ring').mockImplementation(() => undefined)
    await show()
    pick(/急事/)
    fireEvent.click(screen.getByRole('button', { name: '打电话找张静' }))
    expect(rings).toHaveBeenCalledWith('000-0000-0101')
    rings.mockRestore()
  })

  it('says what is missing before anything can be sent', async () => {
    await show()
    expect(screen.getByRole('button', { name: '先选是什么事' }).getAttribute('aria-disabled')).toBe('true')
    pick(/烦心事/)
    expect(send()).toBeTruthy()
  })

  it('never holds an urgent request back for want of words', async () => {
    const sent = cloudAnswers({ 'visits.request': () => aVisit({ reason: null }) })
    await show()
    pick(/急事/)
    await act(async () => void fireEvent.click(send()))
    expect(requestsIn(sent)[0]?.input).not.toHaveProperty('reason')
    expect(wentTo()).toEqual(['/pages/visit/index?visitId=v-1'])
  })

  it('asks for another day by its name', async () => {
    const sent = cloudAnswers({ 'visits.request': () => aVisit() })
    await show()
    pick(/难事/)
    pick('改天')
    pick(/^周一/)
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '请人周一去' })))
    expect(requestsIn(sent)[0]?.input.when).toBe('2026-11-23')
  })

  it('rings nobody by the second tap on 急事, under which 120 has come to lie', async () => {
    const dialled = jest.spyOn(dialler, 'ring').mockImplementation(() => undefined)
    cloudAnswers({ 'visits.emergencyFromAfar': () => null })
    await show()
    const start = Date.now() + 60_000
    const tapAfter = async (milliseconds: number, element: HTMLElement) => {
      jest.spyOn(Date, 'now').mockReturnValue(start + milliseconds)
      await act(async () => void fireEvent.click(element, { clientX: 160, clientY: 240 }))
    }
    const call = () => screen.getByRole('button', { name: /在妈妈身边：打 120/ })
    await tapAfter(0, screen.getByRole('radio', { name: /急事/ }))
    await tapAfter(350, call())
    await tapAfter(1200, call())
    expect(dialled).not.toHaveBeenCalled()
    await tapAfter(2000, call())
    expect(dialled.mock.calls).toEqual([['120']])
    jest.restoreAllMocks()
  })

  it('asks no other day of what is urgent, puts 120 first, and sends it for now', async () => {
    phone.params = { elderId: 'e-wang', when: '2026-11-25' }
    const sent = cloudAnswers({
      'visits.request': () => aVisit(),
      'visits.emergencyFromAfar': () => null,
    })
    await show()
    expect(screen.getByRole('radio', { name: '改天' })).toBeTruthy()
    pick(/急事/)
    expect(screen.queryByRole('radio', { name: '改天' })).toBeNull()
    const words = document.body.textContent ?? ''
    expect(words.indexOf('在妈妈身边：打 120')).toBeGreaterThan(-1)
    expect(words.indexOf('在妈妈身边：打 120')).toBeLessThan(words.indexOf('请人看看妈妈'))
    expect(screen.getByText(/到不了妈妈那里/)).toBeTruthy()
    await act(async () => void fireEvent.click(send()))
    expect(requestsIn(sent)[0]?.input.when).toBe('now')
  })

  it('begins with the day it was opened for', async () => {
    phone.params = { elderId: 'e-wang', when: 'today' }
    await show()
    expect(screen.getByRole('radio', { name: '今天' }).getAttribute('aria-checked')).toBe('true')
  })

  it('keeps what was written without a network, and sends it once under one key', async () => {
    const sent = cloudAnswers({
      'visits.request': () => {
        throw noNetwork()
      },
    })
    await show()
    pick(/急事/)
    fireEvent.change(box(), { target: { value: '她说头晕' } })
    await act(async () => {
      fireEvent.click(send())
      fireEvent.click(send())
    })
    expect(requestsIn(sent)).toHaveLength(1)
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    expect(box().value).toBe('她说头晕')

    const again = cloudAnswers({ 'visits.request': () => aVisit({ reason: '她说头晕' }) })
    await act(async () => void fireEvent.click(send()))
    expect(requestsIn(again)[0]?.input.key).toBe(requestsIn(sent)[0]?.input.key)
  })

  it('has what was written when somebody went back and comes again, until it was sent', async () => {
    await show()
    pick(/急事/)
    fireEvent.change(box(), { target: { value: '她说头晕' } })
    cleanup()
    await show()
    expect(box().value).toBe('她说头晕')

    cloudAnswers({ 'visits.request': () => aVisit({ reason: '她说头晕' }) })
    await act(async () => void fireEvent.click(send()))
    cleanup()
    await show()
    expect(box().value).toBe('')
  })

  it.each([
    { earlier: 'asWished', wish: /急事/, reason: '她说头晕' },
    { earlier: 'moreUrgent', wish: /难事/, reason: '电话没人接' },
    { earlier: 'sameUrgency', wish: /急事/, reason: '电话没人接' },
  ])(
    'says on the next page how an earlier request met this one: $earlier',
    async ({ earlier, wish, reason }) => {
      cloudAnswers({ 'visits.request': () => aVisit({ reason, askedAt: '2026-11-21T05:00:00.000Z' }) })
      await show()
      pick(wish)
      fireEvent.change(box(), { target: { value: '她说头晕' } })
      await act(async () => void fireEvent.click(send()))
      expect(wentTo()).toEqual([`/pages/visit/index?visitId=v-1&earlier=${earlier}`])
    },
  )

  it('tells in a sentence why the cloud refused', async () => {
    cloudAnswers({
      'visits.request': () => {
        throw refused('FORBIDDEN')
      },
    })
    await show()
    pick(/急事/)
    await act(async () => void fireEvent.click(send()))
    expect(screen.getByText(/这件事您现在不能办/)).toBeTruthy()
  })

  it('asks one of a couple whom it is for', async () => {
    const couple = [anElder(), anElder({ id: 'e-liu', name: '刘桂兰', relation: 'spouse' })]
    rememberMe(aMe({ elders: couple }))
    const sent = cloudAnswers({ 'visits.request': () => aVisit() })
    await show()
    expect(screen.getByText('请人来看看您')).toBeTruthy()
    pick('老伴')
    expect(screen.getByText('请人看看老伴')).toBeTruthy()
    pick(/急事/)
    await act(async () => void fireEvent.click(send()))
    expect(requestsIn(sent)[0]?.input.elderId).toBe('e-liu')
  })

  it('gives a guest 120 first, then the ways to be registered, and whom to ring', async () => {
    rememberMe(aGuest())
    const contact = {
      ...{ name: '张静', phone: '000-0000-0103', stationName: '长江路社区养老驿站' },
      ...{ openNow: true, opensAt: null, otherwise: null },
    }
    cloudAnswers({ 'people.home': () => aHome({ me: aGuest(), elder: null, contact }) })
    await show()
    const words = document.body.textContent ?? ''
    const wanted = ['要救命，先打 120', '要先登记一次', '在手机上登记', '打电话找张静', '看看附近的驿站']
    expect(wanted.map((one) => words.indexOf(one)).filter((at) => at === -1)).toEqual([])
    expect([...wanted].sort((a, b) => words.indexOf(a) - words.indexOf(b))).toEqual(wanted)
    fireEvent.click(screen.getByRole('button', { name: /^在手机上登记/ }))
    expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toBe('/packages/family/register/index')
  })

  it.each([
    ['on her own phone where she has one', () => aFile(), /请妈妈在自己的手机上打开银龄驿/, false],
    ['at her station where she has none', () => aFile({ hasOwnPhone: false }), /请妈妈到驿站说一声/, true],
    [
      'in either way where he may not know',
      () => {
        throw refused('FORBIDDEN')
      },
      /请妈妈到驿站说一声，或者在自己手机的/,
      true,
    ],
  ])('tells a son who may only look how she can allow it, %s', async (_, file, words, leads) => {
    const son = anElder({ relation: 'son', scopes: ['view'] })
    rememberMe(aMe({ name: '王浩', elders: [son] }))
    cloudAnswers({ 'people.file': file })
    await act(async () => void render(<VisitRequest />))
    expect(screen.getByText('妈妈还没有同意您代办')).toBeTruthy()
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.queryAllByRole('button', { name: '看看附近的驿站' })).toHaveLength(leads ? 1 : 0)
    expect(screen.getByText('要救命，先打 120')).toBeTruthy()
  })
})
