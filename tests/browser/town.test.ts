import { addressOf, aTown, type Town } from './a-town'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

describe('the browser', () => {
  it('leads home from an address that is none', async () => {
    const page = await town.blank()
    await page.goto(addressOf(town.url, 'o-li-min', 'pages/nowhere'))
    await page.getByText('附近驿站').waitFor()
    expect(page.url()).toContain('#/pages/home/index')
  })

  it('has Chinese type: two characters are two drawings', async () => {
    const page = await town.phone('o-li-min')
    const drawings = await page.evaluate(() =>
      ['银', '龄'].map((character) => {
        const canvas = document.createElement('canvas')
        const pen = canvas.getContext('2d')
        if (!pen) return ''
        pen.font = '40px "Noto Sans SC", sans-serif'
        pen.fillText(character, 10, 60)
        return canvas.toDataURL()
      }),
    )
    expect(new Set(drawings).size).toBe(2)
  })
})
