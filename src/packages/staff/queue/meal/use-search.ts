import { codePattern } from '#types/limits'
import type { QueuedOrder } from '#types/meals/orders'
import { useCloud } from '@/services/use-loaded'

/** What was typed to find somebody, and whom it finds. */
export interface Search {
  /** Without blanks around it; empty where nobody is looked for. */
  typed: string
  /** Whether it is the code of a card. */
  isCode: boolean
  /** A card's elder is asked of the cloud. */
  isLooking: boolean
  /** Why it could not be asked; null where it could. */
  trouble: string | null
  finds(order: QueuedOrder): boolean
}

/** Finds orders by part of a name, or by the code of her card, which the cloud knows. */
export function useSearch(stationId: string, text: string): Search {
  const typed = text.trim()
  const isCode = codePattern.test(typed)
  const card = useCloud('people.find', isCode ? { stationId, text: typed } : null)
  const holders = card.state === 'ready' ? card.data.elders.map(({ id }) => id) : []
  return {
    typed,
    isCode,
    isLooking: isCode && card.state === 'loading',
    trouble: isCode && card.state === 'failed' ? card.sentence : null,
    finds: ({ elderName, elderId }) => (isCode ? holders.includes(elderId) : elderName.includes(typed)),
  }
}
