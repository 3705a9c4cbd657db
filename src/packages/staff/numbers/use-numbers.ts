import { useRef } from 'react'
import type { SettledNumber } from '#types/people/numbers'
import { call } from '@/services/cloud'
import { usePages } from '@/services/use-pages'

/** Id numbers with which several elders were registered, as many pages as were asked for, how many there are, and those settled lately. */
export function useNumbers(stationId: string) {
  const waiting = useRef(0)
  const lately = useRef<readonly SettledNumber[]>([])
  const pages = usePages(`numbers ${stationId}`, async (after) => {
    const answer = await call('people.sharedNumbers', { stationId, ...(after !== null && { after }) })
    waiting.current = answer.waiting
    if (after === null) lately.current = answer.lately
    return { items: answer.numbers, next: answer.next }
  })
  return { ...pages, waiting: waiting.current, lately: lately.current }
}
