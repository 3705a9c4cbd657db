import type { ReactNode } from 'react'

export interface PhoneButtonProps {
  /** Told WeChat's code, good once and for five minutes. */
  onCode(code: string): void
  /** The person would rather type, or WeChat could not. */
  onRefused(): void
  children: ReactNode
}

/** WeChat's button for the own telephone number. A browser has none: the page always offers typing beside it. */
export function PhoneButton(_: PhoneButtonProps) {
  return null
}
