const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { aPhone, putAway } = require('./phone.cjs')
const { aTown, MOTHER, PROJECT } = require('./town.cjs')

let town
beforeAll(async () => {
  town = await aTown()
})
afterAll(async () => {
  putAway()
  await town.close()
})

describe('the map of stations', () => {
  it('carries the numbers of the list in its icons, and those are in the build', async () => {
    const phone = aPhone(town, 'o-li-min')
    await phone.open(`pages/stations/index?elderId=${MOTHER}`)
    const { markers } = phone.page().find(({ tag }) => tag === 'map').attributes
    const [here, ...stations] = markers
    expect(stations.length).toBeGreaterThan(3)
    expect(stations.map(({ iconPath }) => iconPath)).toEqual(stations.map((_, nth) => `/pins/${nth + 1}.png`))
    expect(stations.filter(({ callout }) => callout)).toEqual([])
    expect(here.callout.content).toBe('妈妈家')
    for (const { iconPath } of markers) expect(existsSync(join(PROJECT, 'dist/weapp', iconPath))).toBe(true)
  })
})
