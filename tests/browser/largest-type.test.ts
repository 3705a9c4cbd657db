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
