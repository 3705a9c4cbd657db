import { anOrder, aSitting, aVisit, LUNCH, NOW } from '../domain/builders'
import type { Stock } from './a-cloud'
import { aNeighbourhood } from './neighbourhood'

/** A writing action in a scene where it succeeds. */
export interface WritingCall {
  name: `${string}.${string}`
  openid: string
  input: Record<string, unknown>
  scene: Stock
}

const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const orderId = `${LUNCH}_e-wang`
const subsidised = anOrder({
  lines: [
    { kind: 'list', label: '红烧鱼套餐', payer: null, rule: null, amount: 1800 },
    { kind: 'subsidy', label: '补贴', payer: 'district', rule: 'basic-care-recipient-5-a-day', amount: 500 },
    { kind: 'selfPay', label: '自付', payer: 'elder', rule: null, amount: 1300 },
  ],
})
const booked: Stock = {
  sittings: [aSitting({ seatsLeft: 19 })],
  mealOrders: [subsidised],
  subsidyDays: [
    {
      id: 'e-wang_2026-11-22',
      district: 'quiet',
      elderId: 'e-wang',
      date: '2026-11-22',
      uses: [{ orderId, rule: 'basic-care-recipient-5-a-day', amount: 500 }],
    },
  ],
}
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const report = { outcome: 'well' as const, note: null, at: NOW.toISOString() }
const claimed: Stock = { visits: [aVisit({ state: 'claimed', helper })] }
const visitId = 'v-1'

/** Every action that writes, once. */
export const writingCalls: WritingCall[] = [
  call('meals.book', 'o-daughter', meal),
  call('meals.bookFor', 'o-clerk', { ...meal, channel: 'phone' }),
  call('meals.cancel', 'o-daughter', { orderId, reason: '不舒服' }, booked),
  call('meals.confirm', 'o-clerk', { orderId }, booked),
  call('meals.refuse', 'o-clerk', { orderId, reason: '停电' }, booked),
  call('visits.request', 'o-daughter', { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'today' }),
  call('visits.cancel', 'o-daughter', { visitId }, { visits: [aVisit()] }),
  call('visits.claim', 'o-volunteer', { visitId }, { visits: [aVisit()] }),
  call('visits.arrive', 'o-volunteer', { visitId }, claimed),
  call('visits.release', 'o-volunteer', { visitId }, claimed),
  call('visits.report', 'o-volunteer', { visitId, outcome: 'needsFound', note: '买药' }, claimed),
  call(
    'visits.close',
    'o-daughter',
    { visitId },
    { visits: [aVisit({ state: 'reported', helper, report })] },
  ),
]

function call(
  name: WritingCall['name'],
  openid: string,
  input: Record<string, unknown>,
  own: Stock = {},
): WritingCall {
  return { name, openid, input, scene: aNeighbourhood(own) }
}

/** A value with everything that a second run makes anew (instants, made-up ids) written the same way. */
export function withoutNews<T>(value: T): T {
  const text = JSON.stringify(value)
    .replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/g, 'AT')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
  return JSON.parse(text)
}
