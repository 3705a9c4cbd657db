import type { Meeting } from '#types/policies'
import type { Given, Offer, Open } from './layer-offer'

/** What comes of layers of which only one counts; `most` is what is sure, fen, while an earlier one is not decided. */
interface Met {
  given: Given[]
  open: Open[]
  most: number
}

/** The first layer that gives something, or the one that gives most; and what could go beyond it. */
export function meetingLayers(offers: readonly Offer[], meet: Exclude<Meeting, 'add'>): Met {
  return meet === 'first' ? firstOf(offers) : highestOf(offers)
}

function firstOf(offers: readonly Offer[]): Met {
  const place = offers.findIndex(({ given }) => given.length > 0)
  const first = offers[place]
  if (!first) return { given: [], open: offers.flatMap(({ open }) => open), most: 0 }
  const before = offers.slice(0, place).flatMap(({ open }) => open)
  const sum = sumOf(first.given)
  const most = before.reduce((least, { amount }) => Math.min(least, amount ?? 0), sum)
  const beyond = before.map(({ rule, amount }) => ({
    rule,
    amount: amount === null ? null : Math.max(amount, sum) - most,
  }))
  return { given: first.given, open: [...beyond.filter(isSomething), ...first.open], most }
}

function highestOf(offers: readonly Offer[]): Met {
  let best: Offer = { given: [], open: [] }
  for (const offer of offers) if (sumOf(offer.given) > sumOf(best.given)) best = offer
  const most = sumOf(best.given)
  const open = offers.flatMap((offer) => {
    const missing = most - sumOf(offer.given)
    return offer.open.map(({ rule, amount }) => ({ rule, amount: amount === null ? null : amount - missing }))
  })
  return { given: best.given, open: open.filter(isSomething), most }
}

const isSomething = ({ amount }: Open): boolean => amount === null || amount > 0

const sumOf = (given: readonly Given[]): number => given.reduce((sum, { amount }) => sum + amount, 0)
