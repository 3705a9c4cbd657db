import type { Confirming } from '../../../types/meals/orders'
import { anOrder, LUNCH } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

const WANGS = `${LUNCH}_e-wang`
const CHENS = `${LUNCH}_e-chen`
const wangs = anOrder()
const chens = anOrder({ id: CHENS, elderId: 'e-chen', elderName: '陈建国', notify: 'o-stranger' })

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())
beforeEach(() => cloud.restock(aNeighbourhood({ mealOrders: [wangs, chens] })))

const confirmMany = async (orderIds: readonly string[] = [WANGS, CHENS], own: object = {}) =>
  accepted<Confirming[]>(await cloud.as('o-clerk').call('meals.confirmMany', { orderIds, ...own }))
const stateOf = async (id: string) => (await cloud.one('mealOrders', id))?.state
const told = () =>
  cloud.emulator.gateway.outbox.messages().map(({ touser, data }) => [touser, data.phrase4?.value])

describe('meals.confirmMany', () => {
  it('confirms each order, with a line in each log, and tells each family once however often it is asked', async () => {
    const first = await confirmMany()
    expect(first).toMatchObject([
      { orderId: WANGS, order: { state: 'confirmed' }, isMine: true },
      { orderId: CHENS, order: { state: 'confirmed' }, isMine: true },
    ])
    expect(await confirmMany()).toEqual(first)
    expect([await stateOf(WANGS), await stateOf(CHENS)]).toEqual(['confirmed', 'confirmed'])
    expect(told().sort()).toEqual([
      ['o-daughter', '已确认'],
      ['o-stranger', '已确认'],
    ])
    const lines = (await cloud.stored('auditLog')).map(({ action, elderId, ref }) => [action, elderId, ref])
    expect(lines.sort()).toEqual([
      ['meals.confirmMany', 'e-chen', CHENS],
      ['meals.confirmMany', 'e-wang', WANGS],
    ])
  })

  it('leaves behind of each order what meals.confirm leaves', async () => {
    await confirmMany([WANGS])
    const together = await cloud.one('mealOrders', WANGS)
    const messages = told()
    await cloud.restock(aNeighbourhood({ mealOrders: [wangs, chens] }))
    await cloud.as('o-clerk').call('meals.confirm', { orderId: WANGS })
    const alone = await cloud.one('mealOrders', WANGS)
    expect(JSON.stringify(together).replace(/"at":"[^"]*"/g, '')).toBe(
      JSON.stringify(alone).replace(/"at":"[^"]*"/g, ''),
    )
    expect(messages).toEqual(told())
  })

  it.each([
    ['was cancelled meanwhile', { ...wangs, state: 'cancelled' }, 'WRONG_STATE', 'cancelled'],
    ['was refused by a colleague', { ...wangs, state: 'refused' }, 'WRONG_STATE', 'refused'],
    ['is eaten already', { ...wangs, state: 'served' }, 'WRONG_STATE', 'served'],
    ['is not there', null, 'NOT_FOUND', null],
  ] as const)('says of an order that it %s, and confirms the other', async (_, order, code, state) => {
    await cloud.restock(aNeighbourhood({ mealOrders: order ? [order, chens] : [chens] }))
    expect(await confirmMany()).toMatchObject([
      { orderId: WANGS, code, state },
      { orderId: CHENS, order: { state: 'confirmed' } },
    ])
    expect(await stateOf(WANGS)).toBe(order?.state)
    expect(told()).toEqual([['o-stranger', '已确认']])
  })

  it('says of an order that its elder has died, and confirms the other', async () => {
    const elders = [{ ...wang, diedOn: '2026-11-20' }, chen]
    await cloud.restock(aNeighbourhood({ elders, mealOrders: [wangs, chens] }))
    expect(await confirmMany()).toMatchObject([
      { orderId: WANGS, code: 'ELDER_DIED', state: null },
      { orderId: CHENS, order: { state: 'confirmed' } },
    ])
    expect(await stateOf(WANGS)).toBe('placed')
  })

  it('leaves an order that is not what the clerk saw, says so, and confirms the other', async () => {
    const seenOf = (orderId: string) => ({ orderId, setId: 'fish', mode: 'dineIn', deliverTo: null })
    accepted(await cloud.as('o-daughter').call('meals.changeSet', { orderId: WANGS, setId: 'greens' }))
    expect(await confirmMany([WANGS, CHENS], { seen: [WANGS, CHENS].map(seenOf) })).toMatchObject([
      { orderId: WANGS, code: 'ORDER_CHANGED', state: null },
      { orderId: CHENS, order: { state: 'confirmed' }, isMine: true },
    ])
    expect(await stateOf(WANGS)).toBe('placed')
    expect(told().filter(([, word]) => word === '已确认')).toEqual([['o-stranger', '已确认']])
  })

  it('leaves an order that is not among what the clerk saw, and confirms the other', async () => {
    const seen = [{ orderId: CHENS, setId: 'fish', mode: 'dineIn', deliverTo: null }]
    expect(await confirmMany([WANGS, CHENS], { seen })).toMatchObject([
      { orderId: WANGS, code: 'ORDER_CHANGED', state: null },
      { orderId: CHENS, order: { state: 'confirmed' }, isMine: true },
    ])
    expect(await confirmMany([WANGS], { seen: [] })).toMatchObject([{ code: 'ORDER_CHANGED' }])
    expect(await stateOf(WANGS)).toBe('placed')
  })

  it('keeps what a colleague has confirmed as it was, says so, and tells nobody of it again', async () => {
    await cloud.as('o-manager').call('meals.confirm', { orderId: WANGS })
    const before = await cloud.one('mealOrders', WANGS)
    const [first] = await confirmMany()
    expect(first).toMatchObject({ orderId: WANGS, order: { history: before?.history }, isMine: false })
    expect(told().filter(([openid]) => openid === 'o-daughter')).toHaveLength(1)
  })

  it('knows a colleague of the same name for somebody else, and the caller by whichever act', async () => {
    await cloud.as('o-manager').call('meals.confirm', { orderId: WANGS })
    await cloud.as('o-clerk').call('meals.confirm', { orderId: CHENS })
    const confirmed = await confirmMany()
    expect(confirmed).toMatchObject([
      { orderId: WANGS, isMine: false, order: { history: [{}, { by: { name: '某人' } }] } },
      { orderId: CHENS, isMine: true, order: { history: [{}, { by: { name: '某人' } }] } },
    ])
  })

  it('does not take taking back that it was eaten for confirming it', async () => {
    await cloud.as('o-clerk').call('meals.confirm', { orderId: WANGS })
    cloud.emulator.clock.set(new Date('2026-11-22T03:40:00Z'))
    accepted(await cloud.as('o-manager').call('meals.serve', { orderId: WANGS }))
    accepted(await cloud.as('o-manager').call('meals.unserve', { orderId: WANGS }))
    expect((await confirmMany())[0]).toMatchObject({ orderId: WANGS, isMine: true })
    const asManager = cloud.as('o-manager').call('meals.confirmMany', { orderIds: [WANGS] })
    expect(accepted(await asManager)).toMatchObject([{ orderId: WANGS, isMine: false }])
  })

  it('confirms nothing at all where one order is of a station of which the caller is no clerk', async () => {
    const elsewhere = 'st-two_2026-11-22_lunch_e-chen'
    const orderIds = [WANGS, elsewhere]
    expect(codeOf(await cloud.as('o-clerk').call('meals.confirmMany', { orderIds }))).toBe('FORBIDDEN')
    expect(await stateOf(WANGS)).toBe('placed')
  })

  it.each([
    ['none', []],
    ['more than ten', Array.from({ length: 11 }, (_, n) => `${LUNCH}_e-${n}`)],
  ])('takes no list of %s', async (_, orderIds) => {
    expect(codeOf(await cloud.as('o-clerk').call('meals.confirmMany', { orderIds }))).toBe('BAD_INPUT')
  })

  it('remembers each part under its key: the same list again is the same, another is refused', async () => {
    const key = 'one-intention'
    const first = await confirmMany([WANGS], { key })
    expect(first).toMatchObject([{ isMine: true }])
    expect(await confirmMany([WANGS], { key })).toEqual(first)
    for (const orderIds of [[WANGS, CHENS], [CHENS, WANGS], [CHENS]])
      expect(codeOf(await cloud.as('o-clerk').call('meals.confirmMany', { orderIds, key }))).toBe(
        'KEY_REUSED',
      )
    expect(await stateOf(CHENS)).toBe('placed')
  })

  it('confirms nothing under a key that stood for another act, or for another list at the same time', async () => {
    const key = 'one-intention'
    accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: WANGS, key }))
    const many = (orderIds: string[]) => cloud.as('o-clerk').call('meals.confirmMany', { orderIds, key })
    expect(codeOf(await many([CHENS]))).toBe('KEY_REUSED')
    expect(await stateOf(CHENS)).toBe('placed')

    await cloud.restock(aNeighbourhood({ mealOrders: [wangs, chens] }))
    const replies = await Promise.all([many([WANGS]), many([CHENS, WANGS])])
    expect(replies.map(codeOf).sort()).toEqual(['KEY_REUSED', 'accepted'])
    const isSecond = codeOf(replies[1]) === 'accepted'
    expect(await stateOf(CHENS)).toBe(isSecond ? 'confirmed' : 'placed')
  })

  it('confirms the others when the database does not take one of them', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {})
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'database.commitTransaction', times: 3 }])
    expect(await confirmMany()).toMatchObject([
      { orderId: WANGS, code: 'BUSY', state: null },
      { orderId: CHENS, order: { state: 'confirmed' } },
    ])
    expect([await stateOf(WANGS), await stateOf(CHENS)]).toEqual(['placed', 'confirmed'])
    expect(await confirmMany()).toMatchObject([
      { order: { state: 'confirmed' } },
      { order: { state: 'confirmed' } },
    ])
    log.mockRestore()
  })
})
