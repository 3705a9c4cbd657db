import { alignment, dishesBeside } from '../../../../cloudfunctions/_domain/meals/planning/aligning'
import { aClaim } from '../../../cloud/claimed'
import { anOrder, aSitting } from '../../builders'

const kept = { capacity: { seats: 20, portions: 8 } }

describe('alignment', () => {
  it('closes what is not served any more', () => {
    expect(alignment(kept, null)).toEqual({ state: 'closed' })
  })

  it('changes what there is by the difference alone, so that what is claimed meanwhile stays counted', () => {
    expect(alignment(kept, { capacity: { seats: 5, portions: 10 } })).toEqual({
      state: 'open',
      capacity: { seats: 5, portions: 10 },
      more: { seats: -15, portions: 2 },
    })
  })

  it('holds nothing of a pool that is planned no more, and all of a new one', () => {
    const withFish = { capacity: { ...kept.capacity, 'd-fish': 12 } }
    expect(alignment(withFish, { capacity: { ...kept.capacity, 'd-duck': 30 } })).toEqual({
      state: 'open',
      capacity: { ...kept.capacity, 'd-fish': 0, 'd-duck': 30 },
      more: { seats: 0, portions: 0, 'd-fish': -12, 'd-duck': 30 },
    })
  })

  it('changes no number where the same is planned', () => {
    expect(alignment(kept, kept)).toEqual({ state: 'open', ...kept, more: { seats: 0, portions: 0 } })
  })
})

describe('dishesBeside', () => {
  const [set] = aSitting().sets
  const sets = set
    ? [
        { ...set, limited: ['duck'] },
        { ...set, id: 'greens' },
      ]
    : []
  const claims = { 'e-wang': aClaim(), 'e-chen': aClaim({ takes: { seats: 1, 'd-duck': 1 } }) }
  const orders = ['e-wang', 'e-chen'].map((elderId) => anOrder({ elderId, setId: set?.id }))

  it('counts who ordered a dish before it had a limit, and not those whose claims take it', () => {
    expect(dishesBeside(claims, orders, { sets })).toEqual({ 'd-duck': 1 })
    expect(dishesBeside({ ...claims, 'e-chen': aClaim() }, orders, { sets })).toEqual({ 'd-duck': 2 })
  })

  it('counts nobody who ordered something else, or has cancelled', () => {
    const [first] = orders
    for (const own of [{ setId: 'greens' }, { setId: 'gone' }, { state: 'cancelled' as const }])
      expect(dishesBeside(claims, [{ ...anOrder(), ...first, ...own }], { sets })).toEqual({})
  })
})
