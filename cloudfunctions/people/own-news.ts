import type { Notice } from '#types/notices'
import { standingNews } from '../_domain/messages/standing-news'
import { isStillNews, type Standing, standsOf } from '../_domain/messages/still-so'
import type { AccountRecord } from '../_domain/people/records'
import { command, select } from '../_shell/cloud'
import { notices } from '../_shell/policies'

type Kept = NonNullable<ReturnType<typeof standsOf>>

/** What stands on a home page of what could not be sent to somebody, be it still so or not. */
export const newsOf = (account: AccountRecord | null): Notice[] =>
  account ? standingNews(account.notices) : []

/** The ids of the records of one kind whose standing these tell: they have to be read to know whether it is still so. */
export const refsOf = (news: readonly Notice[], name: Kept): string[] => [
  ...new Set(news.filter(({ kind }) => standsOf(kind) === name).map(({ ref }) => ref)),
]

/** Reads those of one kind; nothing where none is told of. */
export function recordsOf<N extends Kept>(name: N, news: readonly Notice[]) {
  const ids = refsOf(news, name)
  return ids.length === 0 ? [] : select(name, { where: { _id: command.in(ids) }, limit: ids.length })
}

/** Those that have not been read, and are still so as these records stand now: a home page says how things stand. */
export const stillNews = (account: AccountRecord, records: readonly Standing[], now: Date): Notice[] =>
  newsOf(account).filter((one) =>
    isStillNews(one, records.find(({ id }) => id === one.ref) ?? null, { account, now, notices }),
  )

/** The same, with a question for visits, one for orders and one for menus, where anything is said of such. */
export async function ownNews(account: AccountRecord | null, now: Date): Promise<Notice[]> {
  if (!account) return []
  const news = newsOf(account)
  const [visits, orders, menus] = await Promise.all([
    recordsOf('visits', news),
    recordsOf('mealOrders', news),
    recordsOf('menus', news),
  ])
  return stillNews(account, [...visits, ...orders, ...menus], now)
}
