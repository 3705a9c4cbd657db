import type { MealFacts, Use } from '../../../cloudfunctions/_domain/policies/meal/facts'
import type { Situation } from '../../../cloudfunctions/_domain/policies/terms/person'
import { MealPolicy, type WrittenMealPolicy } from '../../../types/policies/meal'

type WrittenLayer = NonNullable<WrittenMealPolicy['layers']>[number]
type WrittenRule = WrittenLayer['rules'][number]

/** A policy that gives everybody 3 yuan a meal. */
export const aPolicy = (own: Partial<WrittenMealPolicy> = {}): MealPolicy =>
  MealPolicy.parse({
    id: 'some-meal-2026-01',
    kind: 'meal',
    name: '某区助餐',
    effectiveFrom: '2026-01-01',
    source: '某文',
    layers: [aLayer()],
    ...own,
  })

export const aLayer = (own: Partial<WrittenLayer> = {}): WrittenLayer => ({
  layer: 'district',
  label: '区里的补贴',
  payer: 'district',
  rules: [aRule()],
  ...own,
})

export const aRule = (own: Partial<WrittenRule> = {}): WrittenRule => ({
  rule: 'three',
  who: {},
  amount: 300,
  ...own,
})

/** Somebody of whom everything is known, with papers. */
export const aPerson = (own: Partial<Situation> = {}): Situation => ({
  on: '2026-03-03',
  birthDate: undefined,
  age: 75,
  sex: 'female',
  hukou: 0,
  residentMonths: 240,
  living: 'alone',
  livesAtHome: true,
  ability: 'able',
  held: [],
  notHeld: [],
  isAsked: true,
  isVerified: true,
  ...own,
})

/** A lunch of 12 yuan at the station in the home town, on a workday. */
export const aMeal = (own: Partial<MealFacts> = {}): MealFacts => ({
  list: 1200,
  label: '午餐',
  slot: 'lunch',
  mode: 'dineIn',
  on: '2026-03-03',
  day: 'workday',
  eatsIn: 0,
  distance: null,
  ...own,
})

/** What an earlier lunch of the day has used. */
export const aUse = (own: Partial<Use> = {}): Use => ({
  orderId: 'earlier',
  on: '2026-03-03',
  slot: 'lunch',
  layer: 'district',
  rule: 'three',
  amount: 300,
  ...own,
})
