import { addressOf, aTown, settled, type Town } from './a-town'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
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
})
