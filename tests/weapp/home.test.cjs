const { aPhone, putAway } = require('./phone.cjs')
const { aTown, MOTHER } = require('./town.cjs')

let town
let phone
beforeAll(async () => {
  town = await aTown()
})
beforeEach(async () => {
  phone = aPhone(town, 'o-li-min')
  await phone.open('pages/home/index')
})
afterAll(async () => {
  putAway()
  await town.close()
})

describe('home', () => {
  it('is about the daughter’s mother and shows the ways in', () => {
    expect(phone.text()).toContain('早上好，李敏')
    expect(phone.text()).toContain('正在替 妈妈 王秀英 办')
    expect(phone.names('button')).toEqual(
      expect.arrayContaining(['订餐', '请人上门看看', '附近驿站'].map((way) => expect.stringContaining(way))),
    )
  })

  it('rings the person at the station', async () => {
    const { contact } = await town.act('o-li-min', 'people.home', { elderId: MOTHER })
    phone.tap(`打电话找${contact.name}`)
    await phone.settled()
    expect(phone.callsOf('makePhoneCall')).toEqual([expect.objectContaining({ phoneNumber: contact.phone })])
  })

  it('says with the data it sets what things are and what they are called', async () => {
    expect(phone.attributesOf('打电话找')).toMatchObject({ 'aria-role': 'button' })
    expect(phone.attributesOf('首页')).toMatchObject({ 'aria-role': 'button', 'aria-current': 'page' })
    await phone.open(`pages/meal/index?elderId=${MOTHER}`)
    expect(phone.text()).not.toContain('换一家驿站')
    expect(phone.attributesOf('换一家驿站')).toMatchObject({
      'aria-role': 'button',
      'aria-label': '换一家驿站',
    })
    expect(phone.attributesOf('明天')).toMatchObject({ 'aria-role': 'radio', 'aria-checked': 'false' })
    phone.tap('明天')
    await phone.settled()
    expect(phone.attributesOf('明天')).toMatchObject({ 'aria-checked': 'true' })
  })

  it.each([
    [1, '1'],
    [1.4, '1.4'],
    [2, '1.75'],
  ])('enlarges type with WeChat’s font factor %d by %s', async (fontFactor, k) => {
    phone = aPhone(town, 'o-li-min', { fontFactor })
    await phone.open('pages/home/index')
    expect(phone.shown().dom.querySelector('.page--frame').style.getPropertyValue('--k')).toBe(k)
  })
})
