import { sealedPhone } from '../../../cloudfunctions/_shell/sealed-parts'
import { functionVariables } from '../../../emulator/function-variables'
import { anOrder, NOW, TODAY, TOMORROW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

Object.assign(process.env, functionVariables({})) // so that what is sealed here can be opened by the functions

const PHONE = '13800001111'
const YESTERDAY = '2026-11-20'
const reachable = { ...wang, ...sealedPhone('e-wang', PHONE) }

type Own = Parameters<typeof anOrder>[0]
const ofDay = (date: string, own: Own = {}) =>
  anOrder({
    id: `st-one_${date}_lunch_e-wang`,
    sittingId: `st-one_${date}_lunch`,
    date,
    startsAt: NOW.toISOString(),
    mode: 'delivery',
    state: 'confirmed',
    ...own,
  })

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const stocked = (own: Own = {}, { date = TODAY, elders = [reachable, chen] } = {}) =>
  cloud.restock(aNeighbourhood({ elders, mealOrders: [ofDay(date, own)] }))
const ring = (openid: string, orderId = ofDay(TODAY).id) => cloud.as(openid).call('meals.ring', { orderId })

describe('meals.ring', () => {
  it('gives the number of whom a meal is brought to, and she reads who asked for it about which meal', async () => {
    await stocked()
    for (const openid of ['o-clerk', 'o-manager', 'o-clerk'])
      expect(accepted(await ring(openid))).toEqual({ phone: PHONE })
    const lines = await cloud.stored('auditLog')
    expect(lines.map(({ openid, elderId, about, ref }) => [openid, elderId, about, ref]).sort()).toEqual([
      ['o-clerk', 'e-wang', 'phone', ofDay(TODAY).id],
      ['o-manager', 'e-wang', 'phone', ofDay(TODAY).id],
    ])
    expect(JSON.stringify(lines)).not.toContain(PHONE)
    const log = accepted<object[]>(await cloud.as('o-wang').call('people.log', { elderId: 'e-wang' }))
    expect(log).toContainEqual(
      expect.objectContaining({ action: 'meals.ring', about: 'phone', ref: ofDay(TODAY).id, role: 'clerk' }),
    )
  })

  it('is for the station that brings it, also where she belongs to another; not for her own that does not', async () => {
    const ofAnother = { ...reachable, stationId: 'st-two', townId: 't-west' }
    await stocked({}, { elders: [ofAnother, chen] })
    const reveal = { elderId: 'e-wang', field: 'phone', reason: '送餐' }
    expect(codeOf(await cloud.as('o-clerk').call('people.reveal', reveal))).toBe('FORBIDDEN')
    expect(accepted(await ring('o-clerk'))).toEqual({ phone: PHONE })
    expect(codeOf(await ring('o-other-clerk'))).toBe('FORBIDDEN')
  })

  it.each([
    ['a live one of today', { state: 'placed' }, TODAY, 'accepted'],
    ['one that is fetched', { mode: 'takeAway' }, TODAY, 'WRONG_STATE'],
    ['one that is eaten there', { mode: 'dineIn' }, TODAY, 'WRONG_STATE'],
    ['a cancelled one', { state: 'cancelled' }, TODAY, 'WRONG_STATE'],
    ['a refused one', { state: 'refused' }, TODAY, 'WRONG_STATE'],
    ['one that was brought', { state: 'served' }, TODAY, 'WRONG_STATE'],
    ['one that nobody took', { state: 'missed' }, TODAY, 'WRONG_STATE'],
    ['one of tomorrow', {}, TOMORROW, 'WRONG_STATE'],
    ['one of yesterday', {}, YESTERDAY, 'WRONG_STATE'],
  ] as const)('is for a live delivery of today: %s', async (_what, own, date, code) => {
    await stocked(own, { date })
    expect(codeOf(await ring('o-clerk', ofDay(date).id))).toBe(code)
    expect(await cloud.stored('auditLog')).toHaveLength(code === 'accepted' ? 1 : 0)
  })

  it.each([
    ['has no number', { ...reachable, phone: null, phoneTail: null }],
    ['is not registered any more', { ...reachable, state: 'erased' as const }],
  ])('says that none is registered where she %s, and nothing is written', async (_why, elder) => {
    await stocked({}, { elders: [elder, chen] })
    expect(accepted(await ring('o-clerk'))).toEqual({ phone: null })
    expect(await cloud.stored('auditLog')).toEqual([])
  })

  it('says that the key is lost where no key opens it, and nothing is written', async () => {
    const lost = { ...reachable, phone: { sealed: 'v1.gone.AAAA', masked: '138****1111' } }
    await stocked({}, { elders: [lost, chen] })
    expect(codeOf(await ring('o-clerk'))).toBe('KEY_LOST')
    expect(await cloud.stored('auditLog')).toEqual([])
  })

  it('finds nothing where there is no such order', async () => {
    await stocked()
    expect(codeOf(await ring('o-clerk', `st-one_${TODAY}_dinner_e-wang`))).toBe('NOT_FOUND')
  })
})
