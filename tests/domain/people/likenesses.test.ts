import {
  joinElders,
  partElders,
  periodsAhead,
  sameMeals,
} from '../../../cloudfunctions/_domain/people/likenesses/joining'
import { isSameDoor, signsOf } from '../../../cloudfunctions/_domain/people/likenesses/likeness'
import { concernOfPair } from '../../../cloudfunctions/_domain/people/likenesses/pairs'
import { anElder, NOW } from '../builders'

const wang = anElder()
const again = anElder({ id: 'e-again' })
const terms = { undoHours: 24, mostJoined: 2 }
const idNumber = { sealed: 's', tail: '1234', digest: 'd' }

describe('signsOf', () => {
  it.each([
    ['the name in another spelling', { name: '王 秀英' }, false, ['name', 'birthDate', 'building']],
    ['name and birth date, elsewhere in town', { building: '别处' }, false, ['name', 'birthDate']],
    ['name and number', { birthDate: '1944-04-01', building: '别处' }, true, ['name', 'phone']],
    ['birth date and number', { name: '王秀瑛', building: '别处' }, true, ['birthDate', 'phone']],
    [
      'name and building, the birth date by the moon',
      { birthDate: '1944-02-11' },
      false,
      ['name', 'building'],
    ],
  ] as const)('tells %s', (_, own, isSamePhone, signs) => {
    expect(signsOf(wang, { ...again, ...own }, isSamePhone)).toEqual(signs)
  })

  it.each([
    ['the name alone', { birthDate: '1950-01-01', building: '别处' }, false],
    ['a couple, who share number and building', { name: '李建国', birthDate: '1942-01-01' }, true],
    ['another town', { townId: 't-west' }, true],
    ['somebody who is gone', { state: 'erased' as const }, true],
  ])('does not take %s for one person', (_, own, isSamePhone) => {
    expect(signsOf(wang, { ...again, ...own }, isSamePhone)).toBeNull()
  })

  it('takes two id numbers for two persons, and one for none', () => {
    expect(
      signsOf({ ...wang, idNumber }, { ...again, idNumber: { ...idNumber, digest: 'e' } }, true),
    ).toBeNull()
    expect(signsOf({ ...wang, idNumber }, again, false)).toContain('birthDate')
  })
})

describe('isSameDoor', () => {
  it('looks at building and room, however they are spaced', () => {
    expect(isSameDoor(wang, { building: '长江路18弄2号', room: '301室' })).toBe(true)
    expect(isSameDoor(wang, { ...again, room: null })).toBe(false)
  })
})

describe('concernOfPair', () => {
  it('is the station of both, else their town, else nobody’s', () => {
    expect(concernOfPair(wang, again)).toEqual({ stationId: 'st-one' })
    expect(concernOfPair(wang, { ...again, stationId: 'st-two' })).toEqual({ townId: 't-east' })
    expect(concernOfPair(wang, { ...again, stationId: 'st-two', townId: 't-west' })).toEqual({})
  })
})

describe('joinElders', () => {
  it('is undone by partElders, and nothing else of them changes', () => {
    const joined = joinElders({ stays: wang, leaves: again }, terms, NOW)
    expect(joined).toEqual({
      stays: { ...wang, joined: ['e-again'] },
      leaves: { ...again, joinedTo: 'e-wang' },
    })
    expect(partElders(joined)).toEqual({ stays: wang, leaves: again })
  })

  it.each([
    ['that points', { ...wang, joinedTo: 'e-x' }, again],
    ['to which others point, as the one that leaves', wang, { ...again, joined: ['e-x'] }],
    ['to which as many point as may', { ...wang, joined: ['e-x', 'e-y'] }, again],
  ])('refuses one %s', (_, stays, leaves) => {
    expect(() => joinElders({ stays, leaves }, terms, NOW)).toThrow('WRONG_STATE')
  })
})

describe('periodsAhead', () => {
  it('is every month and year in which something can be booked', () => {
    expect(periodsAhead(NOW, 14)).toEqual(['2026-11', '2026', '2026-12'])
    expect(periodsAhead(new Date('2026-12-25T00:00:00Z'), 14)).toEqual(['2026-12', '2026', '2027-01', '2027'])
  })
})

describe('sameMeals', () => {
  it('pairs what is for one slot of one day, and nothing that lies behind', () => {
    const hers = [
      'st-one_2026-11-20_lunch_e-a',
      'st-one_2026-11-22_lunch_e-a',
      'st-one_2026-11-22_dinner_e-a',
    ]
    const others = ['st-two_2026-11-20_lunch_e-b', 'st-two_2026-11-22_lunch_e-b']
    expect(sameMeals(hers, others, '2026-11-21')).toEqual([[hers[1], others[1]]])
  })
})
