import { useState } from 'react'
import { forget, keep, kept } from '@/platform/storage'

/** Something being written. */
interface Draft<T> {
  value: T
  /** Whether it was begun before this page was opened. */
  wasKept: boolean
  write(change: Partial<T>): void
  /** It was sent: the next one begins blank. */
  discard(): void
}

const hour = 3600_000

/**
 * Keeps what is being written through a failure, a step back and a restart of the phone, until it was sent.
 * @param name must not change while the page is open
 * @param hours after so long nobody means an unsent draft any more
 */
export function useDraft<T extends object>(name: string, blank: T, hours: number): Draft<T> {
  const key = `draft ${name}`
  const [early] = useState(() => keptDraft<T>(name, hours))
  const [value, setValue] = useState<T>({ ...blank, ...early })
  const write = (change: Partial<T>) => {
    const next = { ...value, ...change }
    keep(key, JSON.stringify({ value: next, at: Date.now() }))
    setValue(next)
  }
  return { value, wasKept: early !== null, write, discard: () => forgetDraft(name) }
}

/** What was written on another page has come to its end. */
export const forgetDraft = (name: string): void => forget(`draft ${name}`)

/** What was begun and not sent, if anybody still means it. */
export function keptDraft<T>(name: string, hours: number): Partial<T> | null {
  const key = `draft ${name}`
  const text = kept(key)
  if (text === null) return null
  const { value, at } = JSON.parse(text) as { value: Partial<T>; at: number } // written above and nowhere else
  if (Date.now() - at < hours * hour) return value
  forget(key)
  return null
}
