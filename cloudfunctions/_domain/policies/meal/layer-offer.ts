import type { Meeting } from '#types/policies'
import type { Bill } from '#types/policies/meal'
import type { Situation } from '../terms/person'
import { NO, UNKNOWN, YES } from '../terms/truth'
import type { MealFacts, Use } from './facts'
import { withinLimits } from './limits'
import type { TableLayer, TableRule } from './table'

/** What a rule gives, fen. */
export interface Given {
  rule: TableRule
  amount: number
}

/** A rule that might give something too, once a fact is known. */
export interface Open {
  rule: TableRule
  /** What it would give by itself, fen; null where that depends on the missing fact. */
  amount: number | null
}

/** What a layer would give, and what it might. */
export interface Offer {
  given: Given[]
  open: readonly Open[]
}

/** Who eats what, what other orders have used, and the bill so far. */
export interface Occasion {
  person: Situation
  meal: MealFacts
  uses: readonly Use[]
  list: number
  discounted: number
}

type Bills = Record<Bill, number>

const NONE: readonly Open[] = []

/**
 * What one layer would give of what is left, of which the elder keeps paying `keep`; null where nothing is given or open.
 * Five arguments and no object: a table is asked a million times.
 */
export function offerOf(
  layer: TableLayer,
  occasion: Occasion,
  bit: number,
  left: number,
  keep: number,
): Offer | null {
  const { meet } = layer.source
  let offer: Offer | null = null
  let bills: Bills | null = null
  let room = 0
  let sure = Number.POSITIVE_INFINITY
  for (const rule of layer.rules) {
    if ((rule.when.mask & bit) === 0) continue
    const who = rule.who(occasion.person)
    if (who === NO) continue
    if (bills === null) {
      bills = { list: occasion.list, discounted: occasion.discounted, left }
      room = Math.max(0, Math.min(left - keep, roomOf(layer, occasion)))
    }
    const when = rule.when.test === null ? YES : rule.when.test(occasion.meal, bills)
    if (when === NO) continue
    const amount = amountOf(rule, occasion, bills, room)
    offer ??= { given: [], open: NONE }
    if (who === UNKNOWN || when === UNKNOWN || amount === null) {
      if (amount !== 0 || meet === 'first') offer.open = [...offer.open, { rule, amount }]
      sure = Math.min(sure, amount ?? 0)
      continue
    }
    if (meet === 'first') return firstOf(offer.open, { rule, amount }, sure)
    if (amount === 0) continue
    if (meet === 'highest') {
      if (amount > (offer.given[0]?.amount ?? 0)) offer.given[0] = { rule, amount }
      continue
    }
    offer.given.push({ rule, amount })
    room -= amount
    bills.left -= amount
  }
  if (offer !== null && offer.open.length > 0) offer.open = stillOpen(offer, meet)
  return offer
}

/** What is open beyond what is given: where one rule counts, only what is more. */
function stillOpen({ given, open }: Offer, meet: Meeting): Open[] {
  const most = meet === 'highest' ? (given[0]?.amount ?? 0) : 0
  return open
    .map(({ rule, amount }) => ({ rule, amount: amount === null ? null : amount - most }))
    .filter(({ amount }) => amount === null || amount > 0)
}

/**
 * The first rule that fits, whatever it gives. Where one before it is not decided, only what both would give is sure; what
 * goes beyond is open.
 */
function firstOf(before: readonly Open[], { rule, amount }: Given, sure: number): Offer {
  const given = Math.min(amount, sure)
  const open = before.map((one) => ({
    rule: one.rule,
    amount: one.amount === null ? null : Math.max(one.amount, amount) - given,
  }))
  return { given: given > 0 ? [{ rule, amount: given }] : [], open: open.filter((one) => one.amount !== 0) }
}

/** Fen after the limits of the rule, at most the layer's room; null where an unknown ability decides. */
function amountOf(
  { source, layer, give, flat, firstUse, needsAbility }: TableRule,
  { person, meal, uses }: Occasion,
  bills: Bills,
  room: number,
): number | null {
  if (flat !== null && uses.length === 0) return Math.min(flat, firstUse, room)
  if (needsAbility && person.ability === undefined) return null
  const { slot, mode, day } = meal
  const { list, discounted, left } = bills
  const wanted = Math.min(room, give({ slot, mode, day, ability: person.ability, list, discounted, left }))
  if (wanted === 0 || source.limits.length === 0) return wanted
  const ofRule = uses.filter((use) => use.layer === layer.layer && use.rule === source.rule)
  return withinLimits(wanted, source.limits, ofRule, meal)
}

/** Fen that a layer's own limits leave for a further meal. */
function roomOf({ source: layer, firstUse }: TableLayer, { uses, meal }: Occasion): number {
  if (uses.length === 0 || layer.limits.length === 0) return firstUse
  const ofLayer = uses.filter((use) => use.layer === layer.layer)
  return withinLimits(Number.POSITIVE_INFINITY, layer.limits, ofLayer, meal)
}
