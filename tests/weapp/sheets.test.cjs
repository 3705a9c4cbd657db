const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { aPhone, putAway } = require('./phone.cjs')
const { aTown, PROJECT } = require('./town.cjs')

const BUILT = join(PROJECT, 'dist/weapp')
const app = JSON.parse(readFileSync(join(BUILT, 'app.json'), 'utf8'))
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
]

describe('a page as WeChat gets it', () => {
  it.each(pages)('%s begins with what holds it still', (page) => {
    const wxml = readFileSync(join(BUILT, `${page}.wxml`), 'utf8')
    const [first] = wxml.match(/<(?!import|wxs)[^>]+>/) ?? []
    expect(first).toBe(`<page-meta page-style="{{isHeld ? 'overflow: hidden;' : ''}}" />`)
  })
})

describe('a sheet', () => {
  let town
  beforeAll(async () => {
    town = await aTown()
  })
  afterAll(async () => {
    putAway()
    await town.close()
  })

  it('holds the page behind still, and catches no finger that would scroll inside it', async () => {
    const phone = aPhone(town, 'o-li-min')
    await phone.open('pages/me/index')
    expect(phone.isHeld()).toBe(false)
    phone.tap('不再替妈妈办')
    await phone.settled()
    expect(phone.isHeld()).toBe(true)
    expect(phone.page().filter(({ isCatching }) => isCatching)).toEqual([])
    phone.tap('关上')
    await phone.settled()
    expect(phone.isHeld()).toBe(false)
  })
})
