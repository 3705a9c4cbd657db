import type { ActionName } from '#types/api'
import { newsAfter } from '#types/news'
import type { TemplateName } from '#types/templates'
import { askForNews } from '@/platform/news'
import { call } from './cloud'
import { newKey } from './keys'

/** Pages that somebody works from, and what those who open them are told of. */
const newsAt: Readonly<Record<string, readonly TemplateName[] | undefined>> = {
  'packages/staff/queue': ['visit', 'meal', 'application'],
  'packages/helper/visits': ['visit'],
}

/** Asks for the news that an action leads to: straight from its tap, before anything is waited for. */
export const askForNewsAfter = (name: ActionName): Promise<TemplateName[]> =>
  askForNews(newsAfter[name] ?? [])

/** Asks for the news of those who work from a page, at the tap that opens it, and has the answer counted. */
export const askForNewsAt = (page: string): void => void countYeses(askForNews(newsAt[page] ?? []))

/** Has the cloud count to how many messages somebody has just said yes. It only guides the cloud, so a failure is no trouble. */
export async function countYeses(asked: Promise<TemplateName[]>): Promise<void> {
  const about = await asked
  if (about.length > 0) await call('people.granted', { about, key: newKey() }).catch(() => undefined)
}
