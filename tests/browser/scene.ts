import type { Page } from 'playwright-core'
import type { FullDay } from './full-day'

/** A page as somebody sees it, with as much on it as there can be. */
export interface Scene {
  page: string
  title: string
  as: string
  params?: (day: FullDay) => Record<string, string>
  /** Words that are there once it has loaded. */
  shows: string | RegExp
  /** What is done on it before it is measured. */
  after?: (page: Page) => Promise<void>
  /** As staff see a page that families see too. */
  isDense?: boolean
}
