import { useRef } from 'react'
import { call } from '@/services/cloud'
import { usePages } from '@/services/use-pages'

/** Id numbers with which several elders were registered, as many pages as were asked for, and how many there are. */
export function useNumbers(stationId: string) {
  const waiting = useRef(0)
  const pages = usePages(`numbers ${stationId}`, async (after) => {
    const answer = await call('people.sharedNumbers', { stationId, ...(after !== null && { after }) })
    waiting.current = answer.waiting
    return { items: answer.numbers, next: answer.next }
  })
  return { ...pages, waiting: waiting.current }
}
