import { setImmediate } from 'node:timers/promises'
import type { Page, Request } from 'playwright-core'
import { expectIntegrity } from '../cloud/integrity'
import { addressOf, aTown, settled, type Town } from './a-town'
import { chooseLunch, pick, sees, tap } from './fingers'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
beforeEach(() => town.restart())
afterEach(() => expectIntegrity(town))
afterAll(() => town.close())

const MOTHER = 'e-wang-xiuying'
const LUNCH = `st-changjiang_2026-11-22_lunch`

const reasonOn = (phone: Page) => phone.getByRole('textbox', { name: /^怎么了/ })

describe('a lunch', () => {
  it('is booked by the daughter, confirmed by the clerk and seen by the mother', async () => {
    const daughter = await town.phone('o-li-min')
    await chooseLunch(daughter)
    await sees(daughter, '妈妈 王秀英')
    await sees(daughter, '长江路社区养老驿站')
    expect(await daughter.locator('.confirm-total').textContent()).toMatch(/妈妈付\s*13 元/)
    expect(await daughter.locator('.facts-value', { hasText: '18 元' }).isVisible()).toBe(true)
    expect(await town.stored('mealOrders')).toEqual([])
    await tap(daughter, /^确认预订/)
    await sees(daughter, '交给驿站了，还没确认')

    const clerk = await town.phone('o-zhang-jing', 'packages/staff/queue?stationId=st-changjiang')
    await pick(clerk, '明天')
    await tap(clerk, /^王秀英/)
    await sees(clerk, /女儿李敏代订/)
    await tap(clerk, '确认王秀英的午餐')
    await sees(clerk, '已经在“已确认”里了')

    const mother = await town.phone('o-wang-xiuying')
    await sees(mother, '已确认')
    await sees(mother, /您付 13 元/)
    expect(await town.stored('mealOrders')).toMatchObject([
      { id: `${LUNCH}_${MOTHER}`, state: 'confirmed', elderPays: 1300, placedBy: { name: '李敏' } },
    ])
  })

  it('shows the elder herself what she pays before she confirms', async () => {
    const mother = await town.phone('o-wang-xiuying')
    await chooseLunch(mother)
    expect(await mother.locator('.confirm-total').textContent()).toMatch(/您付\s*13 元/)
  })

  it('is seen by the mother without touching her phone', async () => {
    const order = { sittingId: LUNCH, elderId: MOTHER, mode: 'dineIn', setId: 'hongshao-yu' }
    const { id: orderId } = await town.act('o-li-min', 'meals.book', order)
    const mother = await town.blank()
    await mother.clock.install()
    await mother.goto(addressOf(town.url, 'o-wang-xiuying', 'pages/home'))
    await sees(mother, '等驿站确认')
    await town.act('o-zhang-jing', 'meals.confirm', { orderId })
    await mother.clock.fastForward(31_000)
    await sees(mother, '已确认')
  })

  it('is confirmed together with all the others by two taps', async () => {
    const order = { sittingId: LUNCH, mode: 'dineIn', setId: 'hongshao-yu' }
    await town.act('o-li-min', 'meals.book', { ...order, elderId: MOTHER })
    await town.act('o-chen-jianguo', 'meals.book', { ...order, elderId: 'e-chen-jianguo' })
    const clerk = await town.phone('o-zhang-jing', 'packages/staff/queue?stationId=st-changjiang')
    await pick(clerk, '明天')
    await tap(clerk, '全部确认（2 份午餐）')
    await tap(clerk, '确认这 2 份')
    await sees(clerk, '明天午餐 2 份都确认好了，在“已确认”里。')
    expect((await town.stored('mealOrders')).map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
  })

  it('is booked by the clerk for somebody at the counter, and is confirmed at once', async () => {
    const clerk = await town.phone('o-zhang-jing', 'packages/staff/queue?stationId=st-changjiang')
    await tap(clerk, '帮人订餐')
    await clerk.getByRole('textbox', { name: '找老人' }).fill('陈建国')
    await clerk.getByRole('button', { name: /陈建国/ }).click()
    await pick(clerk, /^明天/)
    await pick(clerk, /红烧鱼套餐/)
    await sees(clerk, '老人付')
    await tap(clerk, '订好，应付 18 元')
    await sees(clerk, '陈建国的午餐订好了')
    expect(await town.stored('mealOrders')).toMatchObject([
      {
        elderName: '陈建国',
        state: 'confirmed',
        elderPays: 1800,
        placedBy: { name: '张静', channel: 'counter' },
      },
    ])
  })
})

describe('a visit', () => {
  it('is asked for by the daughter, made by the volunteer, and read and closed by her', async () => {
    const daughter = await town.phone('o-li-min')
    await daughter.getByRole('button', { name: /^请人上门看看/ }).click()
    await pick(daughter, /^急事/)
    await daughter.getByRole('checkbox', { name: '电话没人接' }).click()
    await tap(daughter, '现在就请人去')
    await sees(daughter, '等人接')

    const volunteer = await town.phone('o-zhao-qiang', 'packages/helper/visits')
    await sees(volunteer, '王奶奶')
    await tap(volunteer, '我去，王奶奶')
    await tap(volunteer, '我到了')
    await tap(volunteer, '写结果')
    await pick(volunteer, /一切都好/)
    await volunteer.getByRole('checkbox', { name: '手机没电了' }).click()
    await tap(volunteer, '写好了，交上去')
    await sees(volunteer, '交上去了，谢谢您')

    await daughter.reload()
    await sees(daughter, '见到妈妈了，一切都好')
    await sees(daughter, '手机没电了')
    await tap(daughter, '我看过了')
    await daughter.getByRole('button', { name: '我看过了' }).waitFor({ state: 'hidden' })
    await sees(daughter, '看过了')
    expect(await town.stored('visits')).toMatchObject([
      {
        elderId: MOTHER,
        state: 'closed',
        urgency: 'urgent',
        reason: '电话没人接',
        helper: { name: '赵强' },
        report: { outcome: 'well', note: '手机没电了' },
      },
    ])
  })
})

describe('the street', () => {
  it('lets a visitor book in one phone and confirm in the next, and shows the message that went out', async () => {
    const street = await town.street()
    await street.locator('iframe').nth(4).waitFor()
    const daughter = street.frameLocator('[title="李敏的手机"]')
    const clerk = street.frameLocator('[title="张静的手机"]')
    await chooseLunch(daughter)
    await tap(daughter, /^确认预订/)
    await sees(daughter, '交给驿站了，还没确认')

    await pick(clerk, '明天')
    await tap(clerk, '确认王秀英的午餐')
    await street.locator('#messages li', { hasText: '给李敏' }).waitFor()
    expect(await street.locator('#messages li').count()).toBe(1)
  })

  it('has five phones side by side, and one with a switch on a narrow window', async () => {
    const street = await town.street()
    await street.locator('iframe').nth(4).waitFor()
    expect(await street.locator('iframe').count()).toBe(5)
    await street.setViewportSize({ width: 390, height: 900 })
    await street.getByRole('button', { name: '赵强' }).click()
    await sees(street.frameLocator('[title="赵强的手机"]'), '敲门')
    expect(await street.locator('iframe').count()).toBe(1)
  })
})

describe('what goes wrong', () => {
  it('asks the person to go another way when the last seat went a moment ago', async () => {
    const daughter = await town.phone('o-li-min')
    await chooseLunch(daughter)
    await leaveOnly({ seatsLeft: 0 })
    await tap(daughter, /^确认预订/)
    await sees(daughter, /这一餐刚刚满了/)
    expect((await town.stored('mealOrders')).filter(({ elderId }) => elderId === MOTHER)).toEqual([])
    await tap(daughter, '回去换一个')
    await sees(daughter, '座位已经订满了，还可以自己取，或者送到家。') // nothing else is picked for her
    await tap(daughter, '改成自己取')
    await sees(daughter, /还剩 39 份/)
  })

  it('offers what can be had where a sitting is full or too late', async () => {
    await leaveOnly({ seatsLeft: 0, portionsLeft: 0 })
    town.emulator.clock.set(new Date('2026-11-21T01:30:00Z')) // half past nine: today's lunch is closed
    const daughter = await town.phone('o-li-min', 'pages/meal')
    await pick(daughter, /^今天/)
    await pick(daughter, /^午餐/)
    await sees(daughter, /现在已经停了/)
    await pick(daughter, /^明天/)
    await sees(daughter, /已经订满了/)
    await tap(daughter, '看明天的晚餐')
    await sees(daughter, '下一步：看价钱')
  })

  it('refuses a booking whose time has passed while the page was open', async () => {
    const daughter = await town.phone('o-li-min')
    await chooseLunch(daughter)
    town.emulator.clock.set(new Date('2026-11-22T01:30:00Z'))
    await tap(daughter, /^确认预订/)
    await sees(daughter, /这一餐已经停订了/)
    expect(await town.stored('mealOrders')).toEqual([])
  })

  it('shows the clerk of another station nothing behind a link into this one', async () => {
    const order = { sittingId: LUNCH, elderId: MOTHER, mode: 'dineIn', setId: 'hongshao-yu' }
    await town.act('o-li-min', 'meals.book', order)
    const other = await town.phone('o-he-wei', 'packages/staff/queue?stationId=st-changjiang')
    await sees(other, '这里是驿站工作人员用的')
    expect(await other.locator('body').textContent()).not.toContain('王秀英')
  })

  it('says so without a network, keeps what was written, and sends it once when there is one', async () => {
    const daughter = await town.phone('o-li-min', `pages/visit-request?elderId=${MOTHER}`)
    await pick(daughter, /^难事/)
    await reasonOn(daughter).fill('灯泡坏了两个')
    await daughter.context().setOffline(true)
    await tap(daughter, '现在就请人去')
    await sees(daughter, /手机没有连上网/)
    expect(await reasonOn(daughter).inputValue()).toBe('灯泡坏了两个')
    expect(await town.stored('visits')).toEqual([])

    await daughter.context().setOffline(false)
    await tap(daughter, '现在就请人去')
    await sees(daughter, '等人接')
    expect(await town.stored('visits')).toMatchObject([{ reason: '灯泡坏了两个' }])
  })

  it('keeps what was written even when the page is closed and opened again', async () => {
    const daughter = await town.phone('o-li-min', `pages/visit-request?elderId=${MOTHER}`)
    await pick(daughter, /^难事/)
    await reasonOn(daughter).fill('灯泡坏了两个')
    await daughter.reload()
    await settled(daughter)
    expect(await reasonOn(daughter).inputValue()).toBe('灯泡坏了两个')
  })

  it('books once although the reply never came and the person tried again', async () => {
    const daughter = await town.blank()
    await daughter.clock.install()
    await daughter.goto(addressOf(town.url, 'o-li-min', 'pages/home'))
    await chooseLunch(daughter)
    const isBooking = (request: Request) => request.postDataJSON()?.action === 'book'
    let lost = 0
    await daughter.route('**/cloud/meals', async (route) => {
      if (lost > 0 || !isBooking(route.request())) return route.continue()
      lost += 1
      await route.fetch() // it arrives and is done; the answer never does
    })
    await tap(daughter, /^确认预订/)
    await expectStored(1)
    await daughter.clock.fastForward(11_000)
    await sees(daughter, /等了一会儿没有回音/)

    await tap(daughter, /^再试一次/)
    await sees(daughter, '交给驿站了，还没确认')
    await expectStored(1)
    expect(await seatsLeft()).toBe(31)
  })

  it('makes one order of a double tap', async () => {
    const daughter = await town.phone('o-li-min')
    await chooseLunch(daughter)
    await daughter.getByRole('button', { name: /^确认预订/ }).dblclick()
    await sees(daughter, '交给驿站了，还没确认')
    await expectStored(1)
    expect(await seatsLeft()).toBe(31)
  })

  it('says that a page could not be loaded, and loads it at the next try', async () => {
    const daughter = await town.phone('o-li-min', 'pages/me')
    await daughter.route('**/cloud/*', (route) => route.abort())
    await tap(daughter, '我的预约')
    await sees(daughter, /手机没有连上网/)
    await daughter.unroute('**/cloud/*')
    await tap(daughter, '再试一次')
    await sees(daughter, '还没有预约')
  })
})

describe('the size of type', () => {
  it('follows what was chosen in 我的, on every page and the next time too', async () => {
    const mother = await town.phone('o-wang-xiuying', 'pages/me')
    await pick(mother, '最大')
    await tap(mother, '首页')
    await sees(mother, '附近驿站')
    expect(await factorOf(mother)).toBe('1.75')
    await mother.reload()
    await sees(mother, '附近驿站')
    expect(await factorOf(mother)).toBe('1.75')
  })
})

const factorOf = (phone: Page) =>
  phone.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.frame')].find((frame) =>
      frame.checkVisibility(),
    )
    return shown?.style.getPropertyValue('--k')
  })

async function seatsLeft(): Promise<number | undefined> {
  return (await town.stored('sittings')).find(({ id }) => id === LUNCH)?.left.seats
}

/** Waits until that much is written, and sees that it is no more. */
async function expectStored(orders: number): Promise<void> {
  const wait = Date.now() + 30_000
  while ((await town.stored('mealOrders')).length < orders && Date.now() < wait) await setImmediate()
  expect(await town.stored('mealOrders')).toHaveLength(orders)
}

/** Others have taken the rest of tomorrow's lunch, which one of them has opened by booking. */
async function leaveOnly(left: { seatsLeft?: number; portionsLeft?: number }): Promise<void> {
  const neighbour = (await town.stored('elders')).find(({ id }) => id !== MOTHER)
  const choice = { sittingId: LUNCH, elderId: neighbour?.id, setId: 'hongshao-yu', mode: 'takeAway' }
  await town.act('o-zhang-jing', 'meals.bookFor', { ...choice, channel: 'phone' })
  const fields = {
    ...(left.seatsLeft !== undefined && { 'left.seats': left.seatsLeft }),
    ...(left.portionsLeft !== undefined && { 'left.portions': left.portionsLeft }),
  }
  const change = {
    query: JSON.stringify({ _id: LUNCH }),
    data: JSON.stringify({ $set: fields }),
    merge: true,
  }
  await town.emulator.engine.modify({ collection: 'sittings' }, change)
  town.arranged()
}
