import {
  applicableFor,
  entitlementsOf,
  personAsked,
  requireNotHeld,
} from '../../../cloudfunctions/_domain/eligibility/entitlements'
import type { PolicyRecord } from '../../../cloudfunctions/_domain/policies/records'
import { personFrom } from '../../../cloudfunctions/_domain/policies/terms/person'
import zhushan from '../../../cloudfunctions/_policies/meal/zhushan-2025-06.json'
import { MealPolicy } from '../../../types/policies/meal'
import { aMealPolicy, anElder, DISTRICT, extremelyPoor } from '../builders'

const terms = { remindDays: 30, bring: { extremePoverty: ['特困证'], basicCareRecipient: ['认定材料'] } }
const on = '2026-11-21'
const told = { on, hidden: [], terms }
const beijing: PolicyRecord = aMealPolicy()
const own: PolicyRecord = { ...MealPolicy.parse(zhushan), district: DISTRICT }

describe('personAsked', () => {
  it('leaves out what was left out', () => {
    expect(personAsked({})).toEqual({ held: [], notHeld: [], isAsked: false, isVerified: true })
  })

  it('takes an empty list for an answer: none of them', () => {
    expect(personAsked({ categories: [] }).isAsked).toBe(true)
  })

  it('believes what is said, without dates', () => {
    expect(
      personAsked({ age: 70, categories: ['lowIncome'], ability: 'severe', living: 'alone' }),
    ).toMatchObject({
      age: 70,
      living: 'alone',
      ability: { level: 'severe', from: null },
      held: [{ category: 'lowIncome', from: null, to: null }],
    })
  })
})

describe('entitlementsOf', () => {
  it('asks the policies in force on the day, and no others', () => {
    const past = aMealPolicy({ id: 'past', effectiveFrom: '2020-01-01', effectiveTo: '2022-02-28' })
    const coming = aMealPolicy({ id: 'coming', effectiveFrom: '2026-11-22' })
    const policiesOn = (day: string) =>
      entitlementsOf(personAsked({}), [coming, past, beijing], { ...told, on: day }).answers.map(
        ({ policyId }) => policyId,
      )
    expect(policiesOn('2022-02-28')).toEqual(['past'])
    expect(policiesOn('2026-11-21')).toEqual(['beijing-meal-2022-03'])
    expect(policiesOn('2026-11-22')).toEqual(['coming'])
    expect(policiesOn('2019-12-31')).toEqual([])
  })

  it('takes papers from the policy’s own words, else from the general list', () => {
    const bring = (policy: PolicyRecord) =>
      entitlementsOf(personAsked({}), [policy], told).applicable.map((one) => [
        one.category,
        one.label,
        one.bring,
      ])
    expect(bring(beijing)).toEqual([
      ['basicCareRecipient', null, ['认定材料']],
      ['extremePoverty', null, ['特困证']],
    ])
    expect(bring(own)).toEqual([['own-special-hardship', '特殊困难老人', ['区民政局认定的特殊困难老人证明']]])
  })

  it.each([
    [null, { to: null }, false],
    ['2026-12-22', { to: '2026-12-22' }, false],
    ['2026-12-21', { to: '2026-12-21' }, true],
    ['2026-11-21', { to: '2026-11-21' }, true],
    ['2026-11-20', null, false],
  ])('of a category that is held until %s', (to, held, isEnding) => {
    const elder = anElder({ categories: extremelyPoor.map((one) => ({ ...one, to })) })
    const found = entitlementsOf(personFrom(elder), [beijing], told).applicable[1]
    expect(found?.isEnding).toBe(isEnding)
    if (held === null) expect(found?.held).toBeNull()
    else expect(found?.held).toMatchObject(held)
  })
})

describe('applicableFor', () => {
  it('knows what a district lets people apply for on a day', () => {
    expect(applicableFor('extremePoverty', [beijing], on)?.category).toBe('extremePoverty')
    expect(applicableFor('own-special-hardship', [own], on)?.label).toBe('特殊困难老人')
    expect(applicableFor('leftBehind', [beijing, own], on)).toBeUndefined()
    expect(applicableFor('extremePoverty', [beijing], '2022-02-28')).toBeUndefined()
  })
})

describe('requireNotHeld', () => {
  const terms = { remindDays: 30, bring: {} }
  const holding = (to: string | null) => ({
    categories: [
      { category: 'lowIncome' as const, from: '2026-01-01', to, evidence: '低收入证', verifiedBy: '周琳' },
    ],
  })
  it.each([
    ['an open end', null, 'ALREADY_HELD'],
    ['an end far off', '2027-11-21', 'ALREADY_HELD'],
    ['an end that is near', '2026-12-21', 'nothing'],
    ['an end that is over', '2026-11-20', 'nothing'],
  ])('refuses while it is held with %s: %s', (_, to, expected) => {
    const check = () => requireNotHeld(holding(to), 'lowIncome', '2026-11-21', terms)
    if (expected === 'nothing') expect(check).not.toThrow()
    else expect(check).toThrow(expect.objectContaining({ code: expected }))
    expect(() => requireNotHeld(holding(to), 'livingAlone', '2026-11-21', terms)).not.toThrow()
  })
})
