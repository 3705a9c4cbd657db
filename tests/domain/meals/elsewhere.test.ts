import {
  requireNotElsewhere,
  sameMealElsewhere,
  withMeal,
} from '../../../cloudfunctions/_domain/meals/elsewhere'
import type { MealOrderRecord } from '../../../cloudfunctions/_domain/meals/records'
import { emptyUses } from '../../../cloudfunctions/_domain/meals/subsidy-uses'
import { AppError } from '../../../types/errors'
import { mealOrderStates } from '../../../types/states'
import { aMember, anElder, anOrder, aRelative, NOW } from '../builders'

const elder = anElder()
const month = emptyUses(elder, '2026-11')
const idAt = (station: string, date = '2026-11-22', slot = 'lunch') => `${station}_${date}_${slot}_e-wang`

describe('withMeal', () => {
  const at = '2026-11-20T00:00:00.000Z'

  it('lists a meal with the moment, once, and another record each time it is booked', () => {
    const first = withMeal(month, idAt('st-one'), new Date(at))
    expect(first.meals).toEqual([{ orderId: idAt('st-one'), at }])
    expect(withMeal(first, idAt('st-one'), NOW).meals).toEqual([
      { orderId: idAt('st-one'), at: NOW.toISOString() },
    ])
  })

  it('leaves out what lies behind her, and nothing of today', () => {
    const meals = ['2026-11-20', '2026-11-21'].map((date) => ({ orderId: idAt('st-one', date), at }))
    expect(withMeal({ ...month, meals }, idAt('st-two'), NOW).meals.map(({ orderId }) => orderId)).toEqual([
      idAt('st-one', '2026-11-21'),
      idAt('st-two'),
    ])
  })
})

describe('sameMealElsewhere', () => {
  it('is the same meal of the same day at another station, and no other', () => {
    const ids = [
      idAt('st-one'),
      idAt('st-two'),
      idAt('st-two', '2026-11-22', 'dinner'),
      idAt('st-two', '2026-11-23'),
    ]
    const record = { ...month, meals: ids.map((orderId) => ({ orderId, at: NOW.toISOString() })) }
    expect(sameMealElsewhere(record, idAt('st-one'))).toEqual([idAt('st-two')])
  })
})

describe('requireNotElsewhere', () => {
  const there = (own: Partial<MealOrderRecord> = {}) =>
    anOrder({ id: idAt('st-two'), stationId: 'st-two', stationName: '二号驿站', ...own })
  const refusal = (order: MealOrderRecord, caller: Parameters<typeof requireNotElsewhere>[1]) => {
    try {
      requireNotElsewhere([order], caller)
      return null
    } catch (error) {
      return error instanceof AppError ? { code: error.code, detail: error.detail } : error
    }
  }

  it('counts what is live or was eaten', () => {
    const counts = mealOrderStates.filter((state) => refusal(there({ state }), null) !== null)
    expect(counts.sort()).toEqual(['confirmed', 'placed', 'served'])
  })

  const told = { orderId: idAt('st-two'), stationName: '二号驿站', setName: '红烧鱼套餐' }
  it.each([
    ['a relative who sees what she books', aRelative('o-a', elder), told],
    ['a relative who may order and not look', aRelative('o-a', elder, ['order']), undefined],
    ['a clerk of that station', aMember('o-a', 'clerk', 'st-two'), told],
    ['a clerk of another one', aMember('o-a', 'clerk', 'st-one'), undefined],
  ])('tells %s no more than they may see', (_case, caller, detail) => {
    expect(refusal(there(), caller)).toEqual({ code: 'ALREADY_ELSEWHERE', detail })
  })
})
