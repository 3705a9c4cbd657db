import type { Verdict } from '../../../cloudfunctions/_domain/eligibility/applications'
import type { ApplicationRecord } from '../../../cloudfunctions/_domain/eligibility/records'
import {
  decideInReview,
  isShownTo,
  requireInReview,
  requireStranger,
  takeApplication,
} from '../../../cloudfunctions/_domain/eligibility/reviewing'
import { toldOf } from '../../../cloudfunctions/_domain/people/elders/told'
import { aMember, anApplication, anElder, anElderAccount, aRelative, NOW } from '../builders'

const elder = anElder()
const by = { name: '周琳', role: 'coordinator' as const, relation: null, channel: 'app' as const }
const account = aMember('o-coordinator', 'coordinator', 't-east')
const reviewer = { account, person: 'person-of-me', by, now: NOW }
const mine = (own: Partial<ApplicationRecord> = {}) =>
  anApplication({ state: 'inReview', reviewer: '周琳', reviewerPerson: 'person-of-me', ...own })
const colleagues = mine({ reviewer: '吴桐', reviewerPerson: 'person-of-another', dueOn: '2026-12-01' })

describe('isShownTo', () => {
  const applied = anApplication({ applicants: ['person-of-kin'] })
  const kin = (relation: 'daughter' | 'guardian') => ({
    relation: aRelative('o-kin', elder, ['order'], relation).relations[0] ?? null,
  })

  it.each([
    ['the elder and the staff', { relation: null }, 'person-of-staff', true],
    ['her guardian', kin('guardian'), 'person-of-guardian', true],
    ['a relative who applied', kin('daughter'), 'person-of-kin', true],
    ['another relative', kin('daughter'), 'person-of-other', false],
  ])('to %s', (_case, grant, person, shown) => {
    expect(isShownTo(applied, grant, person)).toBe(shown)
  })
})

describe('requireStranger', () => {
  it.each([
    ['whoever applied', mine({ applicants: ['person-of-me'] }), account],
    ['a relative', mine(), { ...account, relations: aRelative('o', elder, ['view']).relations }],
    ['the elder herself', mine(), anElderAccount('o-wang', elder)],
  ])('is not %s', (_case, application, who) => {
    expect(() => requireStranger(application, { ...reviewer, account: who })).toThrow('OWN_APPLICATION')
  })
})

describe('takeApplication', () => {
  it('takes it into the reviewer’s hands', () => {
    expect(takeApplication(anApplication({ state: 'submitted' }), reviewer)).toMatchObject({
      state: 'inReview',
      reviewer: '周琳',
      reviewerPerson: 'person-of-me',
    })
  })

  it('changes nothing where it is in theirs already', () => {
    const before = mine()
    expect(takeApplication(before, reviewer)).toBe(before)
  })

  it('leaves it to a colleague until it is overdue; a supervisor need not wait', () => {
    const take =
      (own: Partial<ApplicationRecord>, role: 'coordinator' | 'supervisor' = 'coordinator') =>
      () =>
        takeApplication({ ...colleagues, ...own }, { ...reviewer, by: { ...by, role } })
    expect(take({})).toThrow('WRONG_STATE')
    expect(take({ dueOn: '2026-11-21' })).toThrow('WRONG_STATE')
    expect(take({ dueOn: '2026-11-20' })()).toMatchObject({ reviewer: '周琳' })
    expect(take({}, 'supervisor')()).toMatchObject({ reviewer: '周琳' })
  })

  it.each(['approved', 'returned', 'refused', 'withdrawn'] as const)(
    'is over for one that is %s',
    (state) => {
      expect(() => takeApplication(mine({ state }), reviewer)).toThrow('WRONG_STATE')
    },
  )
})

describe('requireInReview', () => {
  it('is of whoever has it, while they have it', () => {
    expect(() => requireInReview(mine(), reviewer)).not.toThrow()
    for (const other of [
      colleagues,
      mine({ state: 'approved' }),
      mine({ applicants: [], reviewerPerson: null }),
    ])
      expect(() => requireInReview(other, reviewer)).toThrow('WRONG_STATE')
  })
})

describe('decideInReview', () => {
  const wish = (own: Partial<Verdict> = {}): Verdict => ({
    verdict: 'approve',
    from: '2026-11-21',
    to: null,
    missing: [],
    reason: null,
    ...own,
  })

  it('leads to a determination and to what the elder holds', () => {
    const decided = decideInReview(mine(), elder, wish(), reviewer)
    expect(decided.application).toMatchObject({ state: 'approved', from: '2026-11-21' })
    expect(decided.determination).toMatchObject({ verdict: 'approve', by: '周琳' })
    expect(decided.elder.categories).toHaveLength(1)
  })

  it.each<[string, Partial<ApplicationRecord>, Partial<Verdict>, Partial<Verdict>]>([
    ['approved', { from: '2026-11-21' }, {}, { from: '2026-11-20' }],
    ['approved', { from: '2026-11-21' }, {}, { to: '2027-11-21' }],
    [
      'returned',
      { missing: ['户口簿'] },
      { verdict: 'return', missing: ['户口簿'] },
      { verdict: 'return', missing: ['照片'] },
    ],
    [
      'refused',
      { reason: '不符合' },
      { verdict: 'refuse', reason: '不符合' },
      { verdict: 'refuse', reason: '别的' },
    ],
  ])('of what is %s already, %j, changes nothing for the same decision', (state, own, same, other) => {
    const before = mine({ ...own, state: state as 'approved' })
    expect(decideInReview(before, elder, wish(same), reviewer)).toEqual({
      application: before,
      elder,
      determination: null,
    })
    expect(() => decideInReview(before, elder, wish(other), reviewer)).toThrow('WRONG_STATE')
  })

  it('is for whoever has it in hand, also where a colleague decided the same', () => {
    expect(() => decideInReview(colleagues, elder, wish(), reviewer)).toThrow('WRONG_STATE')
    const decided = { ...colleagues, state: 'approved' as const, from: '2026-11-21' }
    expect(() => decideInReview(decided, elder, wish(), reviewer)).toThrow('WRONG_STATE')
  })

  it('needs her data and her consent, unless it is sent back', () => {
    const refusing = { ...elder, consents: { ...elder.consents, category: null } }
    const decide =
      (who: typeof elder, own: Partial<Verdict> = {}) =>
      () =>
        decideInReview(mine(), who, wish(own), reviewer)
    expect(decide({ ...elder, state: 'erased' })).toThrow('NOT_FOUND')
    expect(decide(refusing)).toThrow('CONSENT_MISSING')
    expect(decide(refusing, { verdict: 'refuse', reason: '不符合' })).toThrow('CONSENT_MISSING')
    expect(decide(refusing, { verdict: 'return', reason: '缺户口簿' })().elder).toBe(refusing)
  })
})

describe('toldOf', () => {
  it('is the relative who said it, else the elder’s own phone, if it is not lent to her', () => {
    const hers = { openid: 'o-wang' }
    expect(toldOf({ role: 'family' }, 'o-kin', hers, NOW)).toBe('o-kin')
    expect(toldOf({ role: 'elder' }, 'o-wang', hers, NOW)).toBe('o-wang')
    for (const role of ['clerk', 'manager', 'coordinator'] as const)
      expect(toldOf({ role }, 'o-clerk', hers, NOW)).toBe('o-wang')
    expect(toldOf({ role: 'clerk' }, 'o-clerk', { openid: null }, NOW)).toBeNull()
    const phoneLentUntil = new Date(NOW.getTime() + 1).toISOString()
    expect(toldOf({ role: 'clerk' }, 'o-clerk', { ...hers, phoneLentUntil }, NOW)).toBeNull()
    expect(toldOf({ role: 'elder' }, 'o-wang', { ...hers, phoneLentUntil }, NOW)).toBe('o-wang')
  })
})
