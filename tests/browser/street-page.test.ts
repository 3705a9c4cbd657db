import type { Page } from 'playwright-core'
import { mealOrderId, sittingId } from '../../types/ids'
import { NOW, TOMORROW } from '../domain/builders'
import { aTown, type Town } from './a-town'
import { MOTHER, STATION } from './full-day'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterEach(() => town.restart())
afterAll(() => town.close())

/** The smallest window of a laptop. */
const LAPTOP = { width: 1280, height: 720 }

describe('the street', () => {
  it('says above the fold who is who, what each is about, and where the phones are taken to be', async () => {
    const asked = { elderId: MOTHER, urgency: 'urgent', reason: '头晕', when: 'now' }
    await town.act('o-li-min', 'visits.request', asked)
    await bookLunch()
    const street = await opened()
    await says(street, '王秀英', ['老人，82 岁，一个人住', '1 件看望等人办；明天午餐等驿站确认'])
    await says(street, '李敏', ['王秀英的女儿，在深圳', '1 件看望等人办；明天午餐等驿站确认'])
    await says(street, '张静', ['长江路社区养老驿站的工作人员', '1 份订餐等确认'])
    await says(street, '赵强', ['党员志愿者，住在长江路', '1 家等人去，其中 1 件急事'])
    await says(street, '周琳', ['长江路街道养老生活协调员', '1 家等人去，其中 1 件急事'])
    await street.getByText('编的位置').waitFor()
    for (const box of await boxes(street, 'figcaption, .glass')) {
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.y + box.height).toBeLessThanOrEqual(LAPTOP.height)
    }
  })

  it('says of a door that its time has passed', async () => {
    await town.act('o-li-min', 'visits.request', {
      elderId: MOTHER,
      urgency: 'urgent',
      reason: '头晕',
      when: 'now',
    })
    town.emulator.clock.set(new Date(NOW.getTime() + 31 * 60_000))
    const street = await opened()
    await says(street, '周琳', ['1 家等人去，1 家过了时间还没有结果'])
  })

  it('says that nobody is waited for while nothing is booked or asked', async () => {
    const street = await opened()
    await says(street, '王秀英', ['没有订餐，也没有请人上门'])
    await says(street, '张静', ['没有订餐等确认'])
    await says(street, '赵强', ['没有人在等'])
  })

  it('covers each phone until it shows something', async () => {
    const street = await town.blank(LAPTOP)
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await street.route(/\/app\/js\//, async (route) => {
      await held
      await route.continue()
    })
    await street.goto(`${town.url}/`, { waitUntil: 'commit' })
    await street.getByText('正在打开周琳的手机……').waitFor()
    answer()
    await uncovered(street)
  })

  it('names who a message went to, also who is not on the street, and never by openid', async () => {
    await bookLunch()
    const orderId = mealOrderId(sittingId(STATION, TOMORROW, 'lunch'), MOTHER)
    await town.act('o-zhang-jing', 'meals.confirm', { orderId })
    const asked = { elderId: MOTHER, urgency: 'urgent', reason: '头晕', when: 'now' }
    await town.act('o-li-min', 'visits.request', asked)
    const street = await opened()
    for (const name of ['李敏', '张静', '林芳', '钱峰'])
      await street.locator('#messages li', { hasText: `给${name}` }).waitFor()
    expect(await street.locator('#messages').textContent()).not.toContain('o-')
  })

  it('begins again when it is asked to and that is confirmed', async () => {
    await bookLunch()
    const street = await opened()
    await says(street, '张静', ['1 份订餐等确认'])
    await street.getByRole('button', { name: '重新开始', exact: true }).click()
    await street.getByRole('button', { name: '清空，重新开始' }).click()
    await says(street, '张静', ['没有订餐等确认'])
    expect(await town.stored('mealOrders')).toEqual([])
    await uncovered(street)
  })

  it('shows the phones again, and what is in them, where it could not begin again', async () => {
    await bookLunch()
    const street = await opened()
    await street.route('**/__emulator/reset', (route) => route.fulfill({ status: 500 }))
    await street.getByRole('button', { name: '重新开始', exact: true }).click()
    await street.getByRole('button', { name: '清空，重新开始' }).click()
    const trouble = street.getByText('刚才点的没有办成')
    await trouble.waitFor()
    await uncovered(street)
    await says(street, '张静', ['1 份订餐等确认'])

    await street.waitForResponse('**/__emulator/grants') // it looks again, and is answered
    await street.waitForResponse('**/__emulator/grants')
    expect(await trouble.isVisible()).toBe(true)
    await street.unroute('**/__emulator/reset')
    await street.getByRole('button', { name: '重新开始', exact: true }).click()
    await street.getByRole('button', { name: '清空，重新开始' }).click()
    await trouble.waitFor({ state: 'hidden' })
    await says(street, '张静', ['没有订餐等确认'])
  })

  it('does not say that it was not done where it began again and only the look at it is not answered', async () => {
    await bookLunch()
    const street = await opened()
    await street.route('**/__emulator/outbox', (route) => route.fulfill({ status: 500 }))
    const done = street.waitForResponse('**/__emulator/reset')
    await street.getByRole('button', { name: '重新开始', exact: true }).click()
    await street.getByRole('button', { name: '清空，重新开始' }).click()
    await done
    for (let look = 0; look < 2; look++) await street.waitForResponse('**/__emulator/outbox')
    expect(await street.locator('#trouble').textContent()).toMatch(
      /^本地云没有回应。.*恢复后这里会自己接上。$/,
    )
    expect(await town.stored('mealOrders')).toEqual([])
    await street.unroute('**/__emulator/outbox')
    await street.getByText('恢复后这里会自己接上').waitFor({ state: 'hidden' })
    await says(street, '张静', ['没有订餐等确认'])
  })

  it('takes the phones to where they are once it is told, also when nobody answered at first', async () => {
    const street = await town.blank(LAPTOP)
    await street.route('**/__emulator/place', (route) => route.fulfill({ status: 500 }))
    await street.goto(`${town.url}/`)
    const alone = street.getByRole('link', { name: '单独打开李敏的手机' })
    await alone.waitFor()
    expect(await alone.getAttribute('href')).not.toContain('at=')
    await street.unroute('**/__emulator/place')
    await street.locator('a[href*="as=o-li-min&at="]').waitFor()
    await street.locator('iframe[src*="as=o-li-min&at="]').waitFor()
    await street.getByText('恢复后这里会自己接上').waitFor({ state: 'hidden' })
  })

  const bookLunch = () => {
    const sitting = sittingId(STATION, TOMORROW, 'lunch')
    const choice = { sittingId: sitting, elderId: MOTHER, mode: 'dineIn', setId: 'hongshao-yu' }
    return town.act('o-li-min', 'meals.book', choice)
  }
  const opened = async () => {
    const street = await town.street(LAPTOP)
    await uncovered(street)
    return street
  }
})

const uncovered = (street: Page) =>
  street.waitForFunction(() => document.querySelector('.glass') && !document.querySelector('.cover'))

const boxes = async (street: Page, selector: string) =>
  Promise.all((await street.locator(selector).all()).map(async (one) => (await one.boundingBox()) as Box))
type Box = { y: number; height: number }

/** Sees these lines above somebody's phone. */
async function says(street: Page, name: string, lines: string[]): Promise<void> {
  const caption = street.locator('figcaption', { has: street.locator('b', { hasText: name }) })
  for (const line of lines) await caption.getByText(line, { exact: true }).waitFor()
}
