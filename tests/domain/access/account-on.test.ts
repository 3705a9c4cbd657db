import fc from 'fast-check'
import { addDays } from '#types/days'
import { accountOn } from '../../../cloudfunctions/_domain/access/account-on'
import { grantFor } from '../../../cloudfunctions/_domain/access/grants'
import { aMember, anAccount, anElder, anElderAccount, aRelative } from '../builders'

const elder = anElder({ id: 'e-wang' })
const daughter = aRelative('o-daughter', elder)
const noonOf = (date: string) => new Date(`${date}T04:00:00.000Z`)

describe('accountOn', () => {
  const cook = (until: string | null, own: Parameters<typeof aMember>[3] = {}) =>
    aMember('o-cook', 'kitchen', 'st-one', { until, ...own })
  const stateOn = (account: ReturnType<typeof cook>, today: string) =>
    accountOn(account, noonOf(today)).memberships.map(({ state }) => state)

  it.each([
    ['the day before the paper expires', '2026-11-20', 'assignable'],
    ['the last day on which it is valid', '2026-11-21', 'assignable'],
    ['the day after', '2026-11-22', 'suspended'],
    ['the next year', '2027-01-01', 'suspended'],
  ])('counts work on %s', (_case, today, state) => {
    expect(stateOn(cook('2026-11-21'), today)).toEqual([state])
  })

  it('counts work that needs no paper on every day', () => {
    expect(stateOn(cook(null), '2099-01-01')).toEqual(['assignable'])
  })

  it.each(['accepted', 'vetted', 'trained', 'suspended', 'ended'] as const)(
    'leaves whoever is %s as they are',
    (state) => {
      expect(stateOn(cook('2026-11-21', { state }), '2026-11-22')).toEqual([state])
    },
  )

  it('suspends the work whose paper has expired, and nothing else', () => {
    const days = fc.integer({ min: -3, max: 3 }).map((away) => addDays('2026-11-21', away))
    const papers = fc.array(fc.option(days), { maxLength: 5 })
    fc.assert(
      fc.property(papers, days, (untils, today) => {
        const memberships = untils.flatMap((until) => cook(until).memberships)
        const account = { ...daughter, memberships }
        expect(accountOn(account, noonOf(today))).toEqual({
          ...account,
          memberships: memberships.map((held) =>
            held.until !== null && today > held.until ? { ...held, state: 'suspended' } : held,
          ),
        })
      }),
      { seed: 20261121, numRuns: 200 },
    )
  })

  it('takes away what the work allowed', () => {
    const clerkUntil = aMember('o-clerk', 'clerk', 'st-one', { until: '2026-11-21' })
    const may = (today: string) =>
      grantFor(accountOn(clerkUntil, noonOf(today)), ['clerk'], { stationId: 'st-one' }) !== null
    expect([may('2026-11-21'), may('2026-11-22')]).toEqual([true, false])
  })
})

describe('a guardianship whose papers end', () => {
  const guardian = aRelative('o-guardian', elder, ['view'], 'guardian')
  const until = '2026-11-21'
  const ending = { ...guardian, relations: guardian.relations.map((one) => ({ ...one, until })) }

  it.each([
    [-1, 'granted'],
    [0, 'granted'],
    [1, 'revoked'],
  ])('counts %i days from that day as %s', (days, state) => {
    expect(accountOn(ending, noonOf(addDays(until, days))).relations).toMatchObject([{ state }])
  })

  it('never ends by itself where the papers name no end', () => {
    expect(accountOn(guardian, noonOf('2099-01-01')).relations).toMatchObject([{ state: 'granted' }])
  })
})

describe('a suspension', () => {
  const both = anAccount({
    memberships: [
      ...aMember('o', 'volunteer', 't-east', { state: 'suspended' }).memberships,
      ...aMember('o', 'volunteer', 't-west').memberships,
      ...aMember('o', 'clerk', 'st-one').memberships,
    ],
  })

  it('counts everywhere for the same role, and leaves other work alone', () => {
    expect(accountOn(both, noonOf('2026-11-21')).memberships.map(({ state }) => state)).toEqual([
      'suspended',
      'suspended',
      'assignable',
    ])
  })
})

describe('a phone that became hers by a joining', () => {
  const until = '2026-11-22T00:30:00.000Z'
  const account = anElderAccount('o-again', anElder({ phoneLentUntil: until }))
  const isLentAt = (at: string) => accountOn(account, new Date(at)).self?.phoneLentUntil !== undefined

  it('is hers from the moment on at which nobody can take that back', () => {
    expect(isLentAt('2026-11-22T00:29:59.999Z')).toBe(true)
    expect(isLentAt(until)).toBe(false)
  })
})
