import { addDays } from '../../src/services/dates'
import { sittingId } from '../../types/ids'
import { NOW, TODAY } from '../domain/builders'
import { addressOf, aTown, settled, type Town } from './a-town'
import { tap } from './fingers'
import { MOTHER, STATION } from './full-day'
import { faultsOf } from './measuring'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterEach(() => town.emulator.clock.set(NOW))
afterAll(() => town.close())

/** The smallest phone, in the largest type. */
async function smallest(openid: string, page: string) {
  const phone = await town.blank({ width: 320, height: 568 })
  await phone.addInitScript((name) => localStorage.setItem(name, '{"data":"1.75"}'), `${openid}:font`)
  await phone.goto(addressOf(town.url, openid, page))
  await settled(phone)
  return phone
}

describe('the largest type', () => {
  it.each([
    ['an elder', 'o-wang-xiuying'],
    ['a daughter', 'o-li-min'],
    ['one of a couple', 'o-chen-jianguo'],
  ])('shows %s how to order a meal without scrolling', async (_, openid) => {
    const phone = await smallest(openid, 'pages/home')
    const way = await phone.getByText('订餐', { exact: true }).boundingBox()
    const tabs = await phone.getByRole('navigation').boundingBox()
    expect(way && way.y + way.height).toBeLessThan(tabs?.y ?? 0)
  })

  it('has nothing but what she is allergic to above the way back from such a dish', async () => {
    const { id } = await town.act('o-wang-xiuying', 'meals.book', {
      ...{ elderId: MOTHER, setId: 'zhou-xiaomi', mode: 'dineIn' },
      sittingId: sittingId(STATION, addDays(TODAY, 2), 'dinner'),
    })
    const phone = await smallest('o-wang-xiuying', `pages/booked?orderId=${id}`)
    await tap(phone, '换一份，或者换吃法')
    await phone.getByRole('radio', { name: /^三鲜馄饨套餐/ }).click()
    await tap(phone, /^改成三鲜馄饨套餐/)
    const question = phone.getByRole('dialog', { name: '有过敏的，还换吗？' })
    const warning = question.getByText('三鲜馄饨里有虾蟹，您对虾过敏。')
    const no = question.getByRole('button', { name: '不换这一份' })
    const [above, below] = [await warning.boundingBox(), await no.boundingBox()]
    expect(above?.y).toBeGreaterThan(0)
    expect(below && below.y + below.height).toBeLessThanOrEqual(568) // both at once, without scrolling
    expect(await faultsOf(phone, { staff: false, widths: [320] })).toEqual([])
  })

  it('has why a relative cannot be asked for today and the way to ring on one screen', async () => {
    const { code: card } = await town.act('o-wang-xiuying', 'people.card', { elderId: MOTHER })
    const phone = await smallest('o-guest', `packages/family/ask?code=${card}`)
    await phone.route('**/cloud/people', async (route) => {
      const { action } = route.request().postDataJSON()
      if (action !== 'ask') return route.continue()
      const detail = { what: 'asks', isOfHer: true, stationPhone: '000-0000-0120' }
      return route.fulfill({ json: { ok: false, code: 'TOO_MANY_TODAY', detail, requestId: 'r-1' } })
    })
    await tap(phone, '下一步')
    await phone.getByRole('radio', { name: '儿子' }).click()
    await phone.getByRole('textbox', { name: '您叫什么名字？' }).fill('买买提江')
    await tap(phone, '下一步')
    await tap(phone, '好了，请老人同意')
    const why = await phone.getByText(/今天请求的人太多/).boundingBox()
    const way = await phone.getByRole('button', { name: '打电话给驿站' }).boundingBox()
    expect(why?.y).toBeGreaterThanOrEqual(0)
    expect(way && way.y + way.height).toBeLessThanOrEqual(568)
  })

  it('asks a daughter no more than three lines of a button, whoever answers while a station is closed', async () => {
    town.emulator.clock.set(new Date(NOW.getTime() - 2 * 3600_000))
    const phone = await smallest('o-li-min', 'pages/home')
    await phone.getByText(/这会儿由高新区养老值班室/).waitFor()
    expect(await faultsOf(phone, { staff: false, widths: [320] })).toEqual([])
  })

  it('lets the end of the longest question be scrolled to, and moves nothing behind it', async () => {
    const phone = await smallest('o-li-min', `pages/meal?elderId=${MOTHER}`)
    await tap(phone, '换一家驿站')
    const question = phone.getByRole('dialog', { name: '在哪一家吃' })
    const end = question.getByRole('radio').last()
    const isSeen = async () => {
      const box = await end.boundingBox()
      return box !== null && box.y + box.height <= 568
    }
    expect(await isSeen()).toBe(false)
    const behind = () =>
      phone
        .locator('.taro_page')
        .last()
        .evaluate((page) => page.scrollTop)
    const before = await behind()
    const push = async (y: number) => {
      await phone.mouse.move(160, y)
      await phone.mouse.wheel(0, 350)
      await phone.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      )
    }
    await push(20) // over what is dark around it
    for (let pushes = 0; pushes < 60 && !(await isSeen()); pushes += 1) await push(400)
    expect(await isSeen()).toBe(true)
    for (let pushes = 0; pushes < 5; pushes += 1) await push(400) // and beyond its end
    expect(await behind()).toBe(before)
  })

  it('leaves the sizes to choose from under the finger that chose one', async () => {
    const phone = await town.phone('o-wang-xiuying', 'pages/me', { width: 320, height: 568 })
    const choices = phone.getByRole('radiogroup', { name: '字的大小' })
    const top = async () => Math.round((await choices.boundingBox())?.y ?? 0)
    const before = await top()
    for (const word of ['最大', '更大']) {
      const choice = phone.getByRole('radio', { name: word, exact: true })
      await choice.click()
      await settled(phone)
      expect(await choice.getAttribute('aria-checked')).toBe('true')
      expect(await top()).toBe(before)
    }
  })
})
