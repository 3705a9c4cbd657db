import { codePattern } from '#types/limits'
import type { QueuedOrder } from '#types/meals/orders'
import type { LocalDate } from '#types/values'
import { useCloud } from '@/services/use-loaded'
import { usePaused } from '@/services/use-paused'

/** What was typed to find somebody, and whom it finds. */
export interface Search {
  /** Without blanks around it; empty where nobody is looked for. */
  typed: string
  /** Whether it is the code of a card. */
  isCode: boolean
  /** The cloud is asked whose card it is, or whose names are read like this. */
  isLooking: boolean
  /** Why it could not be asked; null where it could. */
  trouble: string | null
  finds(order: QueuedOrder): boolean
}

const letters = /[a-zü]/i

/** Whoever types 王 秀英, or reads it so on a form, means 王秀英. */
const withoutSpaces = (name: string): string => name.replace(/[\s·]/g, '').toLowerCase()

/** Finds orders by part of a name, by how that is read, or by the code of her card: the two latter are known to the cloud. */
export function useSearch(stationId: string, date: LocalDate, text: string): Search {
  const typed = text.trim()
  const rested = usePaused(typed)
  const isCode = codePattern.test(typed)
  const hasLetters = letters.test(typed)
  const card = useCloud('people.find', isCode ? { stationId, text: typed } : null)
  const read = useCloud('meals.findEaters', letters.test(rested) ? { stationId, date, text: rested } : null)
  const holders = isCode && card.state === 'ready' ? card.data.elders.map(({ id }) => id) : []
  const isPaused = rested === typed
  const namesakes = hasLetters && isPaused && read.state === 'ready' ? read.data : []
  const asked = isCode ? card : hasLetters && isPaused ? read : null
  return {
    typed,
    isCode,
    isLooking: asked?.state === 'loading' || (hasLetters && !isPaused),
    trouble: asked?.state === 'failed' ? asked.sentence : null,
    finds: ({ elderName, elderId }) =>
      holders.includes(elderId) ||
      namesakes.includes(elderId) ||
      (!isCode && withoutSpaces(elderName).includes(withoutSpaces(typed))),
  }
}
