import { ERASED, wordsOf } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import { anElder, anOrder, aVisit } from '../builders'

describe('wordsOf', () => {
  it.each([
    ['a meal', anOrder()],
    ['a visit', aVisit()],
    ['her own record', anElder()],
    ['what is about no elder', { id: 'st-one', state: 'open' }],
  ])('of %s are kept', (_what, record) => {
    expect(wordsOf(record, '王秀英没来')).toBe('王秀英没来')
  })

  it.each([
    ['a meal', anOrder({ elderName: ERASED })],
    ['a visit', aVisit({ elderName: ERASED })],
    ['her own record', anElder({ state: 'erased' })],
  ])('of %s of somebody whose data are gone are none', (_what, record) => {
    expect(wordsOf(record, '王秀英没来')).toBeNull()
  })
})
