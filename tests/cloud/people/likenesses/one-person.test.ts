import type { ElderRecord } from '../../../../cloudfunctions/_domain/people/records'
import type { Me } from '../../../../types/people'
import type { ConsentState, ElderFile } from '../../../../types/people/elders'
import type { SharedNumber } from '../../../../types/people/numbers'
import { anElder, anOrder, idNumberOf, LUNCH, NOW } from '../../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../../a-cloud'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { again, PAIR, registeredTwice } from '../../registered-twice'
import { callsAbout } from './calls'

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
beforeAll(async () => {
  cloud = await aCloud()
  about = callsAbout(cloud)
})
afterAll(() => cloud.close())

const begin = (stays: Partial<ElderRecord>, leaves: Partial<ElderRecord>, own: Stock = {}) =>
  cloud.restock(
    aNeighbourhood({
      ...registeredTwice(),
      elders: [{ ...wang, ...stays }, { ...again, ...leaves }, chen],
      ...own,
    }),
  )
const seenOf = async (id = 'e-wang') => (await cloud.one('elders', id))?.seen
const card = { at: '2026-11-01T00:00:00.000Z', how: 'card' as const }

describe('whoever was seen under one registration', () => {
  it('was seen under the one that stays, for all who act for her, and is not once they are parted', async () => {
    await begin({ seen: null }, { seen: card })
    accepted(await about.join())
    expect(await seenOf()).toEqual(card)
    const { elders } = accepted<Me>(await about.call('o-daughter', 'people.me'))
    expect(elders).toMatchObject([{ id: 'e-wang' }])
    expect(elders[0]).not.toHaveProperty('littleUntil')
    expect((await cloud.one('accounts', 'o-daughter'))?.relations).toMatchObject([{ isUnseen: false }])
    accepted(await about.undo())
    expect(await seenOf()).toBeNull()
    expect((await cloud.one('accounts', 'o-daughter'))?.relations).toMatchObject([{ isUnseen: true }])
  })

  it('keeps what was written down of her first, or was seen before anybody wrote it down', async () => {
    const papers = { at: NOW.toISOString(), how: 'papers' as const }
    await begin({ seen: papers }, { seen: card })
    accepted(await about.join())
    expect(await seenOf()).toEqual(papers)
    accepted(await about.undo())
    expect(await seenOf()).toEqual(papers)
    await begin({ seen: null }, {})
    accepted(await about.join())
    expect(await seenOf()).toBeUndefined()
  })

  it('is seen by a meal that was booked under the other, too', async () => {
    const served = anOrder({ id: `${LUNCH}_e-again`, elderId: 'e-again', state: 'confirmed' })
    await begin({ seen: null }, { seen: null }, { mealOrders: [served] })
    accepted(await about.join())
    cloud.emulator.clock.set(new Date(served.startsAt))
    accepted(await cloud.as('o-clerk').call('meals.serve', { orderId: served.id }))
    expect(await seenOf()).toMatchObject({ how: 'served' })
    expect(await seenOf('e-again')).toBeNull()
  })
})

describe('a yes that was given under the other registration alone', () => {
  const consents = { ...wang.consents, health: null }
  const health = { purpose: 'health', version: 'health-2026-12' }
  const stateOf = (states: ConsentState[]) => states.find(({ purpose }) => purpose === 'health')

  it('is shown as that, covers nothing that is written for the one that stays, and can be taken back or given there', async () => {
    await begin({ consents }, { allergies: ['虾'] })
    accepted(await about.join())
    const asked = { elderId: 'e-wang' }
    const known = async () => stateOf(accepted(await about.call('o-wang', 'people.consentsOf', asked)))
    expect(await known()).toMatchObject({ isOfOther: true, given: again.consents.health })
    const write = () =>
      about.call('o-wang', 'people.correct', { ...asked, changes: { allergies: ['虾', '花生'] } })
    expect(codeOf(await write())).toBe('CONSENT_MISSING')
    accepted(await about.call('o-wang', 'people.consent', { ...asked, agreed: health, isGiven: true }))
    expect(await known()).not.toHaveProperty('isOfOther')
    accepted(await write())
    const states = await about.call('o-wang', 'people.consent', { ...asked, agreed: health, isGiven: false })
    expect(stateOf(accepted(states))).toMatchObject({ given: null })
    const file = accepted<ElderFile>(await about.call('o-clerk', 'people.file', asked))
    expect(file.health).toBeNull()
  })
})

describe('an id number of one of them', () => {
  const text = idNumberOf('1944-03-05', 'female')
  const verify = (elderId: string, own: object = {}) =>
    about.call('o-clerk', 'people.verify', {
      elderId,
      identity: { idNumber: text },
      reason: '看了身份证',
      ...own,
    })
  const numbers = async () =>
    accepted<{ numbers: SharedNumber[]; waiting: number }>(
      await about.call('o-clerk', 'people.sharedNumbers', { stationId: 'st-one' }),
    )
  const third = anElder({
    id: 'e-third',
    name: '李桂兰',
    code: '67890123',
    stationId: 'st-one',
    verifiedBy: null,
  })

  it('is hers, whichever registration it was seen for first, and stays with both', async () => {
    await begin({ verifiedBy: null }, { verifiedBy: null })
    accepted(await verify('e-again'))
    expect(await verify('e-wang')).toMatchObject({
      code: 'ALREADY_REGISTERED',
      detail: { elderId: 'e-again' },
    })
    accepted(await about.join())
    accepted(await verify('e-wang'))
    expect(await cloud.stored('identities')).toMatchObject([{ elderId: 'e-wang' }])
    for (const id of ['e-wang', 'e-again'])
      expect(await cloud.one('elders', id)).toMatchObject({
        idNumber: { tail: text.slice(-4) },
        verifiedBy: '某人',
      })
  })

  it('names the one that stays to whoever writes it down for another person', async () => {
    await begin({}, { verifiedBy: null }, { elders: [wang, { ...again, verifiedBy: null }, third, chen] })
    accepted(await verify('e-again'))
    accepted(await about.join())
    expect(await verify('e-third')).toMatchObject({
      code: 'ALREADY_REGISTERED',
      detail: { elderId: 'e-wang', isProven: true },
    })
  })

  it('is not open between them: it is on no list, and holds back no subsidy', async () => {
    await begin({ verifiedBy: null }, { verifiedBy: null })
    accepted(await verify('e-again'))
    const [identity] = await cloud.stored('identities')
    const settled = await cloud.one('elders', 'e-again')
    if (!identity || !settled) throw new Error('both are there')
    const claims = ['e-again', 'e-wang'].map((elderId) => ({ elderId, stationId: 'st-one' }))
    const open = { ...wang, idNumber: settled.idNumber, isIdPending: true, verifiedBy: null }
    const identities = [{ ...identity, claims, since: NOW.toISOString() }]
    const shared = (own: Stock = {}) => begin(open, settled, { identities, ...own })
    await shared()
    expect(await numbers()).toMatchObject({ numbers: [{ elders: [{}, {}] }], waiting: 1 })
    const file = async () =>
      accepted<ElderFile>(await about.call('o-clerk', 'people.file', { elderId: 'e-wang' }))
    expect(await file()).toMatchObject({ isIdPending: true })
    accepted(await about.join())
    expect(await numbers()).toMatchObject({ numbers: [], waiting: 0 })
    expect(await file()).not.toHaveProperty('isIdPending')
    accepted(await about.undo({ pairId: PAIR }))
    expect(await numbers()).toMatchObject({ waiting: 1 })
    const other = { ...third, idNumber: settled.idNumber, isIdPending: true }
    await shared({
      elders: [{ ...open, joined: ['e-again'] }, { ...settled, joinedTo: 'e-wang' }, other, chen],
      identities: identities.map((one) => ({
        ...one,
        claims: [...claims, { elderId: 'e-third', stationId: 'st-one' }],
      })),
    })
    expect((await numbers()).numbers).toMatchObject([{ elders: [{ id: 'e-wang' }, { id: 'e-third' }] }])
    accepted(await about.call('o-clerk', 'people.settleNumber', { elderId: 'e-wang', reason: '看了身份证' }))
    expect(await cloud.one('elders', 'e-again')).toMatchObject({
      idNumber: settled.idNumber,
      verifiedBy: '某人',
    })
    expect(await cloud.one('elders', 'e-third')).toMatchObject({ idNumber: null, isIdPending: true })
  })
})
