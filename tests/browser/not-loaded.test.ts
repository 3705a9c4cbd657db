import { addressOf, aTown, settled, type Town } from './a-town'
import { pick, sees, tap } from './fingers'
import { picture } from './measuring'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterEach(() => town.restart())
afterAll(() => town.close())

describe('a part of the app that does not come', () => {
  const SENTENCE = '这一页没有取到。请看看网络通不通，再点“再试一次”。'

  it('is said in our words, and the page is there once it comes', async () => {
    const daughter = await town.phone('o-li-min')
    await daughter.route(/\/app\/js\//, (route) => route.abort())
    await tap(daughter, /^附近驿站/)
    await daughter.getByText(SENTENCE).waitFor()
    await picture(daughter, 'not-loaded')

    await daughter.unroute(/\/app\/js\//)
    await tap(daughter, '再试一次')
    await daughter.getByText(SENTENCE).waitFor({ state: 'hidden' })
    await settled(daughter)
    expect(daughter.url()).toContain('pages/stations/index')
  })

  it('leaves the page before as it was', async () => {
    const daughter = await town.phone('o-li-min')
    await daughter.route(/\/app\/js\//, (route) => route.abort())
    await tap(daughter, /^附近驿站/)
    await daughter.getByText(SENTENCE).waitFor()
    await daughter.goBack()
    await daughter.getByText(SENTENCE).waitFor({ state: 'hidden' })
    await sees(daughter, /^附近驿站/)
  })

  it('is said of the very first one too, in the type that was chosen, and where it still does not come', async () => {
    const daughter = await town.phone('o-li-min', 'pages/me', { width: 320, height: 640 })
    await pick(daughter, /最大/)
    await daughter.route(/\/app\/js\//, (route) => route.abort())
    await daughter.goto(addressOf(town.url, 'o-li-min', 'pages/home'))
    await daughter.reload()
    await daughter.getByText(SENTENCE).waitFor()
    await daughter.route(/\/app\/$/, (route) => route.abort())
    const again = daughter.getByRole('button', { name: '再试一次' })
    await again.click()
    await daughter.getByText('还是没有取到。请等一会儿，再点“再试一次”。').waitFor()
    expect(await again.evaluate((one) => getComputedStyle(one).fontSize)).toBe('38.5px')
    expect(await daughter.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    const { width, height } = (await again.boundingBox()) ?? { width: 0, height: 0 }
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(60)
  })
})
