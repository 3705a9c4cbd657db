const { aPhone, putAway } = require('./phone.cjs')
const { aTown, MOTHER, STATION } = require('./town.cjs')

const LUNCH = `${STATION}_2026-11-24_lunch`
const SET = 'fanqie-niunan' // 18 元
const { TEMPLATE_MEAL, TEMPLATE_VISIT } = process.env
const templates = [TEMPLATE_MEAL, TEMPLATE_VISIT].filter(Boolean).map((text) => text.split(':')[0])

let town
let phone
beforeAll(async () => {
  town = await aTown()
})
beforeEach(() => town.restart())
afterAll(async () => {
  putAway()
  await town.close()
})

const choice = { sittingId: LUNCH, elderId: MOTHER, mode: 'dineIn', setId: SET }

const openConfirm = async () => {
  phone = aPhone(town, 'o-li-min')
  await phone.open(`pages/confirm/index?${new URLSearchParams(choice)}`)
}

describe('booking a meal', () => {
  it('goes from the daughter’s phone to the clerk’s and shows on the mother’s', async () => {
    phone = aPhone(town, 'o-li-min')
    await phone.open('pages/home/index')
    phone.tap('订餐')
    await phone.sees('下一步：看价钱')
    phone.tap('明天')
    await phone.sees('番茄牛腩套餐')
    phone.tap('番茄牛腩套餐')
    await phone.settled()
    phone.tap('下一步：看价钱')
    await phone.sees('确认预订')
    phone.tap('确认预订')
    await phone.sees('交给驿站了，还没确认')

    phone = aPhone(town, 'o-zhang-jing')
    await phone.open(`packages/staff/queue/index?stationId=${STATION}`)
    phone.tap('明天 等 1')
    await phone.sees('番茄牛腩套餐')
    phone.tap('王秀英番茄牛腩套餐堂食')
    await phone.sees('女儿李敏代订')
    phone.tap('确认王秀英的午餐')
    await phone.sees('已经在“已确认”里了')
    expect(await town.stored('mealOrders')).toEqual([expect.objectContaining({ state: 'confirmed' })])

    phone = aPhone(town, 'o-wang-xiuying')
    await phone.open('pages/home/index')
    expect(phone.text()).toContain('明天的午餐已确认')
  })

  it('shows before the last tap what it costs and who gives what', async () => {
    await openConfirm()
    for (const words of ['菜单价18 元', '基本养老服务对象补贴减 5 元', '妈妈付13 元', '区里出 5 元']) {
      expect(phone.text()).toContain(words)
    }
  })

  it('books once when two taps come at once, and goes on to what was booked', async () => {
    await openConfirm()
    phone.tap('确认预订')
    phone.tap('确认预订')
    await phone.sees('交给驿站了，还没确认')
    const orders = await town.stored('mealOrders')
    expect(orders).toEqual([expect.objectContaining({ sittingId: LUNCH, elderPays: 1300, state: 'placed' })])
    expect(phone.callsOf('redirectTo')).toEqual([
      expect.objectContaining({ url: `/pages/booked/index?orderId=${orders[0].id}` }),
    ])
  })

  it('asks once for leave to send news, with the templates that were built in, and not at all without', async () => {
    await openConfirm()
    phone.tap('确认预订')
    await phone.sees('交给驿站了，还没确认')
    expect(phone.callsOf('requestSubscribeMessage').map(({ tmplIds }) => tmplIds)).toEqual(
      templates.length > 0 ? [templates] : [],
    )
  })

  it('is where it was when one goes back to change something', async () => {
    phone = aPhone(town, 'o-li-min')
    await phone.open(`pages/meal/index?elderId=${MOTHER}`)
    phone.tap('明天')
    await phone.sees('番茄牛腩套餐')
    phone.tap('自己取')
    await phone.settled()
    phone.tap('下一步：看价钱')
    await phone.sees('番茄牛腩套餐，自己取')
    phone.tap('回去改一改')
    await phone.settled()
    expect(phone.route()).toBe('pages/meal/index')
    expect(phone.attributesOf('明天')).toMatchObject({ 'aria-checked': 'true' })
    expect(phone.attributesOf('自己取')).toMatchObject({ 'aria-checked': 'true' })
  })

  it('says what to do without a network, keeps what was chosen and books at the next try', async () => {
    await openConfirm()
    phone.goOffline()
    phone.tap('确认预订')
    await phone.sees('手机没有连上网。您填的都还在')
    expect(phone.text()).toContain('番茄牛腩套餐，在驿站吃')
    expect(await town.stored('mealOrders')).toEqual([])

    phone.goOnline()
    phone.tap('再试一次')
    await phone.sees('交给驿站了，还没确认')
    expect(await town.stored('mealOrders')).toHaveLength(1)
  })

  it('books once when the answer was lost and the same is tried again', async () => {
    await openConfirm()
    phone.loseReplies()
    phone.tap('确认预订')
    await phone.sees('等了一会儿没有回音。请再点一次，不会办两次')
    expect(await town.stored('mealOrders')).toHaveLength(1)

    phone.goOnline()
    phone.tap('再试一次')
    await phone.sees('交给驿站了，还没确认')
    expect(await town.stored('mealOrders')).toHaveLength(1)
  })

  it('keeps the day and the meal while the menu cannot be had', async () => {
    phone = aPhone(town, 'o-li-min')
    await phone.open(`pages/meal/index?elderId=${MOTHER}`)
    phone.goOffline()
    phone.tap('明天')
    await phone.sees('菜单没有打开')
    expect(phone.text()).toContain('手机没有连上网')
    expect(phone.attributesOf('明天')).toMatchObject({ 'aria-checked': 'true' })

    phone.goOnline()
    phone.tap('再试一次')
    await phone.sees('番茄牛腩套餐')
  })
})

describe('the clerk’s queue', () => {
  it('keeps an order that could not be confirmed and says why', async () => {
    await town.act('o-li-min', 'meals.book', choice)
    phone = aPhone(town, 'o-zhang-jing')
    await phone.open(`packages/staff/queue/index?stationId=${STATION}`)
    phone.tap('明天 等 1')
    await phone.sees('番茄牛腩套餐')
    phone.goOffline()
    phone.tap('确认王秀英的午餐')
    await phone.sees('手机没有连上网')
    expect(await town.stored('mealOrders')).toEqual([expect.objectContaining({ state: 'placed' })])

    phone.goOnline()
    phone.tap('确认王秀英的午餐')
    await phone.sees('已经在“已确认”里了')
  })
})
