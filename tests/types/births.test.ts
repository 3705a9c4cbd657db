import { birthFault } from '../../types/births'

const TODAY = '2026-11-29'

describe('birthFault', () => {
  it.each([
    ['0001-01-01', 'longAgo'],
    ['1880-01-01', 'longAgo'],
    ['1901-11-28', 'longAgo'],
    ['1901-11-29', null],
    ['1944-03-05', null],
    ['2026-11-29', null],
    ['2026-11-30', 'toCome'],
    ['9999-12-31', 'toCome'],
  ])('of somebody born on %s is %s', (birthDate, fault) => {
    expect(birthFault(birthDate, TODAY)).toBe(fault)
  })
})

test('on 29 February somebody may have been born on 1 March of the year, though not on a day before', () => {
  expect(birthFault('1903-03-01', '2028-02-29')).toBeNull()
  expect(birthFault('1903-02-28', '2028-02-29')).toBe('longAgo')
})
