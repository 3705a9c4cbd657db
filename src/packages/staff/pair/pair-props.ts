import type { SideBySide } from '#types/people/likenesses'

/** What the parts of the page are given: a pair as it was read last, and how it becomes another. */
export interface PairProps {
  title: string
  pair: SideBySide
  onPair(pair: SideBySide): void
  reload(): void
}
