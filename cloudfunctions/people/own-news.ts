import type { Notice } from '#types/notices'
import { standingNews } from '../_domain/messages/standing-news'
import { isStillNews, type Standing, standsOf } from '../_domain/messages/still-so'
import type { AccountRecord } from '../_domain/people/records'
import { command, select } from '../_shell/cloud'
import { notices } from '../_shell/policies'

/**
 * What could not be sent to somebody, has not been read, and is still so: their home page says how things stand. A question for visits,
 * one for orders and one for menus, where anything is said of such.
 */
export async function ownNews(account: AccountRecord | null, now: Date): Promise<Notice[]> {
  if (!account) return []
  const news = standingNews(account.notices)
  const [visits, orders, menus] = await Promise.all([
    recordsOf('visits', news),
    recordsOf('mealOrders', news),
    recordsOf('menus', news),
  ])
  const records: Standing[] = [...visits, ...orders, ...menus]
  return news.filter((one) =>
    isStillNews(one, records.find(({ id }) => id === one.ref) ?? null, { account, now, notices }),
  )
}

function recordsOf<N extends 'visits' | 'mealOrders' | 'menus'>(name: N, news: readonly Notice[]) {
  const ids = news.filter(({ kind }) => standsOf(kind) === name).map(({ ref }) => ref)
  return ids.length === 0 ? [] : select(name, { where: { _id: command.in(ids) }, limit: ids.length })
}
