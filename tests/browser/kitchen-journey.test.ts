import type { Page } from 'playwright-core'
import { sittingId } from '../../types/ids'
import { expectIntegrity } from '../cloud/integrity'
import { aTown, type Town } from './a-town'
import { givePhoto } from './applications'
import { check, pick, sees, tap, type } from './fingers'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
beforeEach(() => town.restart())
afterEach(() => expectIntegrity(town))
afterAll(() => town.close())

const STATION = 'st-changjiang'
const MOTHER = 'e-wang-xiuying'
const MONDAY = '2026-12-14'
const cook = () => town.phone('o-tao-rong', 'packages/kitchen/menu')
const offline = (phone: Page) => phone.route('**/cloud/*', (route) => route.abort())

describe('the week of a kitchen', () => {
  /** Two weeks on: of the week after next nothing is written. */
  const later = () => town.emulator.clock.set(new Date('2026-12-05T00:00:00Z'))
  const copied = async (): Promise<Page> => {
    const phone = await cook()
    await pick(phone, '12月14日起')
    await sees(phone, '这一周的午餐还没有菜单')
    await tap(phone, '照抄上一周')
    await sees(phone, '这一周的菜单还没有发，老人还订不到。')
    return phone
  }
  const published = async (): Promise<Page> => {
    const phone = await copied()
    await tap(phone, '发这一周的菜单')
    await sees(phone, '这一周的菜单已经发了，老人能订。')
    await pick(phone, /^周一 14/)
    return phone
  }
  const order = { sittingId: sittingId(STATION, MONDAY, 'lunch'), elderId: MOTHER, mode: 'dineIn' }

  it('is copied from the one before, changed on one day, and published', async () => {
    later()
    const phone = await copied()
    await pick(phone, /^周一 14/)
    await tap(phone, /^周一有哪几种套餐/)
    await check(phone, '家常豆腐套餐')
    await offline(phone)
    await tap(phone, '存下这一天')
    await sees(phone, /没有连上/)
    await phone.unrouteAll()
    expect(await phone.getByRole('checkbox', { name: '家常豆腐套餐' }).isChecked()).toBe(false)
    await tap(phone, '存下这一天')
    await phone.getByRole('radio', { name: '周一 14 2 种' }).waitFor()
    await tap(phone, '发这一周的菜单')
    await sees(phone, '这一周的菜单已经发了，老人能订。')

    const daughter = await town.phone('o-li-min', `pages/meal?elderId=${MOTHER}`)
    await tap(daughter, '看后面几天')
    await tap(daughter, '看后面几天')
    await pick(daughter, /12月14日/)
    await sees(daughter, '清炖狮子头套餐')
    await sees(daughter, '肉末茄子套餐')
    expect(await daughter.getByText('家常豆腐套餐').count()).toBe(0)
  })

  it('has a set sold out everywhere at once, and there again', async () => {
    later()
    const phone = await published()
    await tap(phone, '卖完了，清炖狮子头套餐')
    await phone.getByRole('button', { name: '又有了，清炖狮子头套餐' }).waitFor()
    await expect(town.act('o-li-min', 'meals.book', { ...order, setId: 'shizitou' })).rejects.toThrow(
      'SET_NOT_OFFERED',
    )
    await tap(phone, '又有了，清炖狮子头套餐')
    await phone.getByRole('button', { name: '卖完了，清炖狮子头套餐' }).waitFor()
    await town.act('o-li-min', 'meals.book', { ...order, setId: 'shizitou' })
  })

  it('has a set that is ordered changed by an act of its own, and whoever ordered it told', async () => {
    later()
    const phone = await published()
    await town.act('o-li-min', 'meals.book', { ...order, setId: 'shizitou' })
    const { outbox } = town.emulator.gateway
    const before = outbox.messages().length
    await tap(phone, '只改这一天的，清炖狮子头套餐')
    await sees(phone, '已经有 1 人订了')
    await sees(phone, '长江路社区养老驿站 1 份')
    await type(phone, '套餐的名字', '红烧狮子头套餐')
    await tap(phone, '改好了，写为什么改')
    await check(phone, '今天没有买到')
    await offline(phone)
    await tap(phone, '改掉这一天的')
    await sees(phone, /没有连上/)
    await phone.unrouteAll()
    await tap(phone, '改掉这一天的')
    await sees(phone, '这天另做')
    await sees(phone, /^红烧狮子头套餐/)

    const daughter = await town.phone('o-li-min')
    await sees(daughter, /红烧狮子头套餐/)
    const told = outbox.messages().slice(before)
    expect(told.map(({ touser }) => touser).sort()).toEqual(['o-li-min', 'o-wang-xiuying'])
    expect(await town.stored('mealOrders')).toMatchObject([{ state: 'placed', elderPays: 1300 }])
  })

  it('shows a photo of a set to the daughter, once WeChat has found nothing wrong with it', async () => {
    later()
    const phone = await published()
    await tap(phone, /^套餐/)
    await tap(phone, /^清炖狮子头套餐/)
    await givePhoto(phone, '拍一张，或者从相册选')
    await sees(phone, /^微信还在看这张照片/)
    await tap(phone, '存下这种套餐')
    await sees(phone, '这一周的套餐')
    await town.emulator.push()

    const daughter = await town.phone('o-li-min', `pages/meal?elderId=${MOTHER}`)
    await tap(daughter, '看后面几天')
    await tap(daughter, '看后面几天')
    await pick(daughter, /12月14日/)
    const photo = daughter.getByRole('img', { name: '清炖狮子头套餐的照片' })
    await photo.waitFor()
    await photo.locator('img').evaluate((picture: HTMLImageElement) => picture.decode())
    expect(await photo.locator('img').getAttribute('src')).toMatch(/^\/storage\/dishes\//)
  })
})
