import { addressOf, aTown, type Town } from './a-town'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

describe('the browser', () => {
  it.each(['pages/nowhere', '%E0%A4%A', 'pages/visit?visitId=%E4%BD'])(
    'leads home from %s',
    async (nowhere) => {
      const page = await town.blank()
      await page.goto(addressOf(town.url, 'o-li-min', nowhere))
      await page.getByText('附近驿站').waitFor()
      expect(page.url()).toMatch(/#\/(pages\/home\/index)?$/)
    },
  )

  it('leads home from an address that is none, opened while the app is there', async () => {
    const page = await town.phone('o-li-min', 'pages/me')
    await page.evaluate(() => location.assign('#/%E0%A4%A'))
    await page.getByText('附近驿站').waitFor()
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
