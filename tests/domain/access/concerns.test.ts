import { concernOf } from '../../../cloudfunctions/_domain/access/concerns'

describe('concernOf', () => {
  it.each([
    [{ elderId: 'e-wang' }, { elderId: 'e-wang' }],
    [{ stationId: 'st-one' }, { stationId: 'st-one' }],
    [{ sittingId: 'st-one_2026-11-22_lunch' }, { stationId: 'st-one' }],
    [{ orderId: 'st-one_2026-11-22_lunch_e-wang' }, { stationId: 'st-one', elderId: 'e-wang' }],
    [
      { sittingId: 'st-one_2026-11-22_lunch', elderId: 'e-chen' },
      { stationId: 'st-one', elderId: 'e-chen' },
    ],
    [{ orderId: 'no-order' }, { stationId: 'no-order', elderId: '' }],
    [{ visitId: 'v-1' }, {}],
  ])('reads off %j that it concerns %j', (input, concern) => {
    expect(concernOf(input)).toEqual(concern)
  })
})
