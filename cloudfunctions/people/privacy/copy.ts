import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import type { CopyPart } from '#types/privacy'
import { concernOfElder } from '../../_domain/access'
import { consentPart, logPart, mealPart, personParts, visitPart } from '../../_domain/copy'
import type { MealOrderRecord } from '../../_domain/records/meals'
import type { ElderRecord } from '../../_domain/records/people'
import { command, find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { openedField } from '../elders/reveal'

const PAGE = pageSize.copy

interface Page {
  parts: CopyPart[]
  next: string | null
}

export const copy: Handler<typeof people.copy> = async (ctx, { elderId, part, after }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  ctx.permit(concernOfElder(elder))
  const page = await pages[part](elder, after)
  if (part === 'person') await ctx.look({ ...elder, elderId }, null)
  return page
}

const pages: Record<
  Parameters<typeof copy>[1]['part'],
  (elder: ElderRecord, after?: string) => Promise<Page>
> = {
  async person(elder) {
    const opened = {
      phone: openedField(elder, 'phone'),
      idNumber: openedField(elder, 'idNumber'),
      contacts: openedField(elder, 'contacts'),
    }
    return { parts: personParts(elder, opened), next: null }
  },
  async consents({ id: elderId }, after) {
    const found = await select('consents', {
      where: { elderId, ...(after !== undefined && { _id: command.gt(after) }) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    })
    return { parts: found.map(consentPart), next: found.length < PAGE ? null : (found.at(-1)?.id ?? null) }
  },
  async meals({ id: elderId }, after) {
    const found = await select('mealOrders', {
      where: { elderId, ...(after !== undefined && { date: command.lt(after) }) },
      orderBy: [['date', 'desc']],
      limit: PAGE,
    })
    const whole = wholeDays(found)
    return { parts: whole.map(mealPart), next: found.length < PAGE ? null : (whole.at(-1)?.date ?? null) }
  },
  async visits({ id: elderId }, after) {
    const found = await select('visits', {
      where: { elderId, ...(after !== undefined && { askedAt: command.lt(after) }) },
      orderBy: [['askedAt', 'desc']],
      limit: PAGE,
    })
    return { parts: found.map(visitPart), next: lastOf(found.map(({ askedAt }) => askedAt)) }
  },
  async log({ id: elderId }, after) {
    const found = await select('auditLog', {
      where: { elderId, ...(after !== undefined && { at: command.lt(after) }) },
      orderBy: [['at', 'desc']],
      limit: PAGE,
    })
    return { parts: found.map(logPart), next: lastOf(found.map(({ at }) => at)) }
  },
}

/** A full page without the day on which it was cut off: that day begins the next. */
function wholeDays(orders: MealOrderRecord[]): MealOrderRecord[] {
  const last = orders.at(-1)?.date
  const whole = orders.filter(({ date }) => date !== last)
  return orders.length < PAGE || whole.length === 0 ? orders : whole
}

/** Where the next page begins; null when this one was the last. */
const lastOf = (keys: string[]): string | null => (keys.length < PAGE ? null : (keys.at(-1) ?? null))
