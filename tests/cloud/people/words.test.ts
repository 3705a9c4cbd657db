import { ERASED } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import { aFlag, anEntry, anOrder, aVisit, aVisitReport, TODAY } from '../../domain/builders'
import { aCloud, accepted, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

describe('words about an elder whose data are gone', () => {
  const WORDS = '王秀英说她没来'
  const gone: Partial<ElderRecord> = { name: ERASED, state: 'erased', openid: null, circle: [] }
  const eaten = { id: `st-one_${TODAY}_lunch_e-wang`, date: TODAY, elderName: ERASED, history: [] }
  const deeds: [name: `${string}.${string}`, openid: string, input: object, stock: Stock][] = [
    [
      'meals.unserve',
      'o-clerk',
      { orderId: eaten.id, reason: WORDS },
      {
        mealOrders: [anOrder({ ...eaten, state: 'served', entries: 1 })],
        settlementEntries: [anEntry({ elderName: ERASED })],
      },
    ],
    [
      'meals.refuse',
      'o-clerk',
      { orderId: anOrder().id, reason: WORDS },
      { mealOrders: [anOrder({ elderName: ERASED })] },
    ],
    [
      'meals.confirm',
      'o-clerk',
      { orderId: anOrder().id, reason: WORDS },
      { mealOrders: [anOrder({ elderName: ERASED })] },
    ],
    [
      'visits.report',
      'o-volunteer',
      { visitId: 'v-1', outcome: 'needsFound', note: WORDS },
      {
        visits: [
          aVisit({
            elderName: ERASED,
            state: 'onSite',
            helper: { openid: 'o-volunteer', name: '某人', kind: 'partyMember' },
          }),
        ],
      },
    ],
    [
      'visits.close',
      'o-clerk',
      { visitId: 'v-1', done: WORDS, seen: aVisitReport().at },
      { visits: [aVisit({ elderName: ERASED, state: 'reported', report: { outcome: 'noAnswer' } })] },
    ],
    [
      'supervision.closeFlag',
      'o-supervisor',
      { flagId: aFlag().id, words: WORDS },
      { flags: [aFlag({ elderName: ERASED })] },
    ],
    [
      'people.erase',
      'o-clerk',
      {
        elderId: 'e-wang',
        paper: { how: 'paper', form: '2026-017', witness: '李站长' },
        reason: WORDS,
        key: 'key-of-erasing',
      },
      {},
    ],
  ]

  it.each(deeds)(
    'are not kept by %s, and saying them twice is one act',
    async (name, openid, input, stock) => {
      await cloud.restock(aNeighbourhood({ elders: [{ ...wang, ...gone }], ...stock }))
      accepted(await cloud.as(openid).call(name, input))
      const stored = await cloud.emulator.engine.dump()
      expect(JSON.stringify(stored)).not.toContain(WORDS)
      accepted(await cloud.as(openid).call(name, input))
      expect(await cloud.emulator.engine.dump()).toEqual(stored)
    },
  )
})
