const { aPhone, putAway } = require('./phone.cjs')
const { aTown, MOTHER } = require('./town.cjs')

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

const openRequest = async () => {
  phone = aPhone(town, 'o-li-min')
  await phone.open(`pages/visit-request/index?elderId=${MOTHER}`)
}

describe('asking for somebody to knock', () => {
  it('goes from the daughter’s phone to a helper’s list, without the room, and back', async () => {
    await openRequest()
    phone.tap('难事')
    await phone.settled()
    phone.tap('买药')
    await phone.settled()
    phone.tap('现在就请人去')
    await phone.sees('请人看妈妈')
    expect(phone.route()).toBe('pages/visit/index')
    expect(await town.stored('visits')).toEqual([
      expect.objectContaining({ elderId: MOTHER, urgency: 'hard', reason: '买药', state: 'open' }),
    ])

    const [{ room }] = (await town.stored('elders')).filter(({ id }) => id === MOTHER)
    phone = aPhone(town, 'o-zhao-qiang')
    await phone.open('packages/helper/visits/index')
    expect(phone.text()).toMatch(/王奶奶.*女儿李\*：买药/)
    expect(phone.text()).not.toContain(`号楼 ${room}`)
    phone.tap('我去，王奶奶')
    await phone.sees(`号楼 ${room}`)
    expect(await town.stored('visits')).toEqual([expect.objectContaining({ state: 'claimed' })])

    phone = aPhone(town, 'o-li-min')
    await phone.open('pages/home/index')
    expect(phone.text()).toContain('赵强接了，会过去看')
  })

  it('says what to do without a network and keeps what was chosen and written', async () => {
    await openRequest()
    phone.tap('难事')
    phone.write('怎么了', '灯不亮')
    await phone.settled()
    phone.goOffline()
    phone.tap('现在就请人去')
    await phone.sees('手机没有连上网。您填的都还在')
    expect(phone.attributesOf('难事')).toMatchObject({ 'aria-checked': 'true' })
    expect(phone.writtenIn('怎么了')).toBe('灯不亮')
    expect(await town.stored('visits')).toEqual([])

    phone.goOnline()
    phone.tap('现在就请人去')
    await phone.sees('请人看妈妈')
    expect(await town.stored('visits')).toEqual([expect.objectContaining({ reason: '灯不亮' })])
  })

  it('brings what the helper saw home to the family', async () => {
    const wish = { elderId: MOTHER, urgency: 'worry', reason: '电话没人接', when: 'now' }
    const { id } = await town.act('o-li-min', 'visits.request', wish)
    await town.act('o-zhao-qiang', 'visits.claim', { visitId: id })

    phone = aPhone(town, 'o-zhao-qiang')
    await phone.open('packages/helper/visits/index')
    phone.tap('我到了')
    await phone.settled()
    phone.tap('写结果')
    await phone.sees('王奶奶怎么样？')
    phone.tap('见到人，一切都好')
    await phone.settled()
    phone.tap('写好了，交上去')
    await phone.sees('交上去了，谢谢您')

    phone = aPhone(town, 'o-li-min')
    await phone.open('pages/home/index')
    expect(phone.text()).toContain('见到人了，一切都好')
  })
})
