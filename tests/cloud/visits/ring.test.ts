import { sealedContacts, sealedPhone } from '../../../cloudfunctions/_shell/sealed-parts'
import { functionVariables } from '../../../emulator/function-variables'
import type { Callable } from '../../../types/visits'
import { anElder, aVisit } from '../../domain/builders'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'
import { callsOf } from './calls'

Object.assign(process.env, functionVariables({})) // so that what is sealed here can be opened by the functions

const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
/** Before seven in the morning, in Shanghai. */
const DAWN = new Date('2026-11-20T22:53:00Z')
const visitId = 'v-1'
const reachable = () => ({
  ...wang,
  ...sealedPhone('e-wang', '13800001111'),
  contacts: sealedContacts('e-wang', [
    { name: '李敏', relation: 'daughter', phone: '13800002222' },
    { name: '张大山', relation: 'neighbour', phone: '13800003333' },
  ]),
})

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const { codeBy } = callsOf(() => cloud)
const stocked = (own: Parameters<typeof aVisit>[0], elder = reachable()) =>
  cloud.restock(aNeighbourhood({ elders: [elder, chen], visits: [aVisit({ helper, ...own })] }))
const callableBy = async (openid: string) =>
  accepted<Callable[]>(await cloud.as(openid).call('visits.callable', { visitId }))
const ringBy = async (openid: string, whom: string) =>
  accepted<{ phone: string }>(await cloud.as(openid).call('visits.ring', { visitId, whom })).phone

describe('visits.callable', () => {
  it('names elder, contacts in their order and station by what they are, without a number', async () => {
    await stocked({ state: 'claimed' })
    for (const openid of ['o-volunteer', 'o-clerk', 'o-manager', 'o-coordinator']) {
      const list = await callableBy(openid)
      expect(list).toEqual([
        { whom: 'elder', name: '王奶奶', relation: null },
        { whom: 'contact-0', name: '李*', relation: 'daughter' },
        { whom: 'contact-1', name: '张*山', relation: 'neighbour' },
        { whom: 'station', name: '一号驿站', relation: null },
      ])
      expect(JSON.stringify(list)).not.toMatch(/\d{4}/)
    }
  })

  it('names her numbers in whichever registration of hers they stand, and gives them', async () => {
    const kin = { name: '王强', relation: 'son' as const, phone: '13511112222' }
    const other = anElder({
      ...{ id: 'e-again', code: '34567890', joinedTo: 'e-wang' },
      ...sealedPhone('e-again', '13900020171'),
      contacts: sealedContacts('e-again', [
        { name: '李敏', relation: 'daughter', phone: '13800002222' },
        kin,
      ]),
    })
    const hers = { ...reachable(), phone: null, phoneTail: null, joined: ['e-again'] }
    const visits = [aVisit({ helper, state: 'claimed' })]
    await cloud.restock(aNeighbourhood({ elders: [hers, other, chen], visits }))
    expect((await callableBy('o-volunteer')).map(({ whom, name }) => [whom, name])).toEqual([
      ['elder', '王奶奶'],
      ['contact-0', '李*'],
      ['contact-1', '张*山'],
      ['contact-2', '王*'],
      ['station', '一号驿站'],
    ])
    expect(await ringBy('o-volunteer', 'elder')).toBe('13900020171')
    expect(await ringBy('o-volunteer', 'contact-2')).toBe('13511112222')
    const both = { ...hers, ...sealedPhone('e-wang', '13800001111') }
    await cloud.restock(aNeighbourhood({ elders: [both, other, chen], visits }))
    expect((await callableBy('o-volunteer')).map(({ whom }) => whom).slice(0, 2)).toEqual([
      'elder',
      'elder-1',
    ])
    expect(await ringBy('o-volunteer', 'elder')).toBe('13800001111')
    expect(await ringBy('o-volunteer', 'elder-1')).toBe('13900020171')
    expect(await codeBy('o-volunteer', 'ring', { visitId, whom: 'elder-2' })).toBe('NOT_FOUND')
    const lines = (await cloud.stored('auditLog')).map(({ elderId, about }) => [elderId, about])
    expect(lines.sort()).toEqual([
      ['e-again', 'phone'],
      ['e-wang', 'phone'],
      ['e-wang', 'phone'],
    ])
    const no = { purpose: 'service' as const, version: 'v', by: '王', capacity: 'elder' as const }
    const refused = {
      ...other,
      refusals: [
        {
          ...no,
          ...{ how: 'app' as const, form: null, witness: null, at: '2026-11-21T00:00:00.000Z' },
          actor: { name: '王', role: 'elder' as const, relation: null, channel: 'app' as const },
        },
      ],
    }
    await cloud.restock(aNeighbourhood({ elders: [both, refused, chen], visits }))
    expect((await callableBy('o-volunteer')).map(({ whom }) => whom)).not.toContain('elder-1')
    const pending = { ...other, state: 'pending' as const }
    await cloud.restock(aNeighbourhood({ elders: [hers, pending, chen], visits }))
    expect((await callableBy('o-volunteer')).map(({ whom }) => whom)).toEqual([
      'contact-0',
      'contact-1',
      'station',
    ])
  })

  it('names whoever answers while the station is closed, and gives their number', async () => {
    await stocked({ state: 'claimed' })
    cloud.emulator.clock.set(DAWN)
    expect((await callableBy('o-clerk')).at(-1)).toEqual({
      whom: 'station',
      name: '区里值班的人',
      relation: null,
    })
    expect(await ringBy('o-clerk', 'station')).toBe('000-0009')
  })

  it('leaves out whoever has no number', async () => {
    await stocked({ state: 'claimed' }, { ...reachable(), phone: null, phoneTail: null, contacts: [] })
    expect((await callableBy('o-clerk')).map(({ whom }) => whom)).toEqual(['station'])
  })
})

describe('visits.ring', () => {
  it('gives one number at a time, and it is written down whose and by whom', async () => {
    await stocked({ state: 'onSite' })
    expect(await ringBy('o-volunteer', 'elder')).toBe('13800001111')
    expect(await ringBy('o-volunteer', 'contact-1')).toBe('13800003333')
    expect(await ringBy('o-coordinator', 'contact-0')).toBe('13800002222')
    expect(await ringBy('o-clerk', 'station')).toBe('000-0001')
    const lines = await cloud.stored('auditLog')
    expect(
      lines.map(({ openid, action, elderId, about }) => [openid, action, elderId, about]).sort(),
    ).toEqual([
      ['o-coordinator', 'visits.ring', 'e-wang', 'contacts'],
      ['o-volunteer', 'visits.ring', 'e-wang', 'contacts'],
      ['o-volunteer', 'visits.ring', 'e-wang', 'phone'],
    ])
    expect(JSON.stringify(lines)).not.toContain('1380000')
  })

  it.each([
    ['claimed', 'accepted'],
    ['onSite', 'accepted'],
    ['reported', 'WRONG_STATE'],
    ['escalated', 'WRONG_STATE'],
    ['closed', 'WRONG_STATE'],
    ['cancelled', 'WRONG_STATE'],
  ] as const)('is for the helper only while the task is theirs: %s is %s', async (state, code) => {
    await stocked({ state, report: state === 'reported' ? { outcome: 'emergency' } : null })
    expect(await codeBy('o-volunteer', 'ring', { visitId, whom: 'elder' })).toBe(code)
    expect(await codeBy('o-volunteer', 'callable', { visitId })).toBe(
      state === 'reported' ? 'accepted' : code,
    )
    const isOver = state === 'closed' || state === 'cancelled'
    expect(await codeBy('o-clerk', 'ring', { visitId, whom: 'elder' })).toBe(
      isOver ? 'WRONG_STATE' : 'accepted',
    )
  })

  it.each(['reported', 'escalated'] as const)(
    'is the station alone for whoever wrote what they saw, until it is dealt with: %s',
    async (state) => {
      await stocked({ state, report: { outcome: 'noAnswer' } })
      expect(await callableBy('o-volunteer')).toEqual([{ whom: 'station', name: '一号驿站', relation: null }])
      expect(await ringBy('o-volunteer', 'station')).toBe(await ringBy('o-clerk', 'station'))
      for (const whom of ['elder', 'contact-0'])
        expect(await codeBy('o-volunteer', 'ring', { visitId, whom })).toBe('WRONG_STATE')
      expect(await codeBy('o-second', 'ring', { visitId, whom: 'station' })).toBe('FORBIDDEN')
    },
  )

  it.each(['o-second', 'o-other-clerk', 'o-other-coordinator', 'o-daughter', 'o-wang', 'o-suspended'])(
    'is nothing for %s, and nothing is written',
    async (openid) => {
      await stocked({ state: 'claimed' })
      const before = cloud.state()
      expect(await codeBy(openid, 'ring', { visitId, whom: 'elder' })).toBe('FORBIDDEN')
      expect(await codeBy(openid, 'callable', { visitId })).toBe('FORBIDDEN')
      expect(cloud.state()).toEqual(before)
    },
  )

  it.each([
    ['contact-4', 'NOT_FOUND'],
    ['neighbour', 'BAD_INPUT'],
    ['contact-100', 'BAD_INPUT'],
  ])('finds nobody for %s', async (whom, code) => {
    await stocked({ state: 'claimed' })
    expect(await codeBy('o-clerk', 'ring', { visitId, whom })).toBe(code)
  })
})

describe('visits.emergencyFromAfar', () => {
  const fromAfar = async (openid: string) =>
    accepted(await cloud.as(openid).call('visits.emergencyFromAfar', { elderId: 'e-wang' }))

  it('is what her district’s data say, who tried it and when; nothing where nobody did', async () => {
    await stocked({})
    expect(await fromAfar('o-daughter')).toBeNull()
    const tried = { digits: '000-120', triedBy: '周琳', on: '2026-11-01' }
    const districts = (aNeighbourhood().districts ?? []).map((one) => ({ ...one, emergencyFromAfar: tried }))
    await cloud.restock(aNeighbourhood({ districts }))
    for (const openid of ['o-daughter', 'o-viewer', 'o-wang']) expect(await fromAfar(openid)).toEqual(tried)
  })
})
