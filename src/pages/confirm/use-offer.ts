import type { Quote } from '#types/meals/orders'
import type { MealSet, Mode, Sitting } from '#types/meals/sittings'
import type { ActFor } from '#types/people'
import { CallError, call } from '@/services/cloud'
import { usePerson } from '@/services/person'
import { both, type Loaded, useLoaded } from '@/services/use-loaded'

/** What was chosen, by its ids. */
export interface Choice {
  sittingId: string
  elderId: string
  mode: Mode
  setId: string
}

/** The same in full, with the price that this elder pays. */
export interface Offer {
  elder: ActFor
  sitting: Sitting
  set: MealSet
  price: Quote
}

/** Loads what is about to be booked. An elder whom the caller may not act for is refused by the cloud. */
export function useOffer(choice: Choice): Loaded<Offer> {
  const person = usePerson(choice.elderId)
  const priced = useLoaded(`offer ${JSON.stringify(choice)}`, () => loadPriced(choice))
  const loaded = both(person, priced)
  if (loaded.state !== 'ready') return loaded
  const [{ me }, { sitting, set, price }] = loaded.data
  const elder = me.elders.find(({ id }) => id === choice.elderId)
  const { reload } = loaded
  if (!elder) return { state: 'failed', sentence: notYours, isFinal: true, code: 'FORBIDDEN', reload }
  return { ...loaded, data: { elder, sitting, set, price }, put: () => undefined }
}

const notYours = '您现在不能替这位老人订。请返回重新选。'

async function loadPriced(choice: Choice): Promise<Pick<Offer, 'sitting' | 'set' | 'price'>> {
  const [stationId = '', date = ''] = choice.sittingId.split('_') // a natural id: station, date, slot
  const [sittings, price] = await Promise.all([
    call('meals.sittings', { stationId, date }),
    call('meals.quote', choice),
  ])
  const sitting = sittings.find(({ id }) => id === choice.sittingId)
  const set = sitting?.sets.find(({ id }) => id === choice.setId)
  if (!sitting || !set) throw new CallError('NOT_FOUND')
  return { sitting, set, price }
}
