import { useMemo, useRef } from 'react'
import type { ActionName } from '#types/api'
import { newsAfter, newsAtWork } from '#types/news'
import type { TemplateName } from '#types/templates'
import { open } from '@/platform/navigation'
import { askForNews } from '@/platform/news'
import { call } from './cloud'
import { newKey } from './keys'

/** Pages that somebody works from, and that of a visit: what those who open them are told of, as at what is done there. */
const newsAt: Readonly<Record<string, readonly TemplateName[] | undefined>> = {
  'packages/staff/queue': newsAtWork['meals.confirm'],
  'packages/helper/visits': newsAtWork['visits.claim'],
  'pages/visit': newsAfter['visits.request'],
  // A menu that is missing is told to those who cook.
  'packages/kitchen/menu': ['meal'],
  // A supervisor is told of doors at which nobody has knocked for too long.
  'packages/office/reviews': ['visit'],
  'packages/office/flags': ['visit'],
  'packages/office/settlement': ['visit'],
}

/**
 * Opens a page, and asks in the same tap for the news of those who open it: called before anything is waited for. Of other pages it asks
 * nothing.
 */
export function openAsking(page: string, params: Record<string, string | undefined> = {}): void {
  void countYeses(askNowAndThen(newsAt[page] ?? []))
  open(page, params)
}

/** The news that an action leads to. */
interface NewsOf {
  /** Asks for it: straight from the tap, before anything is waited for. */
  ask(): void
  /** Has the answer counted, once the cloud knows whoever gave it. */
  count(): void
  /** The action is done: its next tap leads to other news. */
  end(): void
}

/** Asks for the news that an action leads to, once until it is done: trying again uses up no yes. */
export function useNewsOf(name: ActionName): NewsOf {
  const asked = useRef<Promise<TemplateName[]> | null>(null)
  const isCounted = useRef(false)
  return useMemo(
    () => ({
      ask: () => {
        asked.current ??= askForNewsOf(name)
      },
      count: () => {
        if (asked.current && !isCounted.current) void countYeses(asked.current)
        isCounted.current = true
      },
      end: () => {
        asked.current = null
        isCounted.current = false
      },
    }),
    [name],
  )
}

function askForNewsOf(name: ActionName): Promise<TemplateName[]> {
  const atWork = newsAtWork[name]
  return atWork ? askNowAndThen(atWork) : askForNews(newsAfter[name] ?? [])
}

/** Milliseconds for which those who work here are left in peace once they were asked. */
const rest = 10 * 60_000

/** When they were last asked, by what about. */
const askedAt = new Map<string, number>()

function askNowAndThen(about: readonly TemplateName[]): Promise<TemplateName[]> {
  const now = Date.now()
  const key = about.join()
  if (now - (askedAt.get(key) ?? Number.NEGATIVE_INFINITY) < rest) return Promise.resolve([])
  askedAt.set(key, now)
  return askForNews(about)
}

/** Has the cloud count to how many messages somebody has just said yes. It only guides the cloud, so a failure is no trouble. */
async function countYeses(asked: Promise<TemplateName[]>): Promise<void> {
  const about = await asked
  if (about.length > 0) await call('people.granted', { about, key: newKey() }).catch(() => undefined)
}
