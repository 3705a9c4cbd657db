import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import type { CopyPart } from '#types/people/privacy'
import { concernOfElder } from '../../_domain/access/concerns'
import {
  applicationPart,
  circlePart,
  consentPart,
  decisionsPart,
  logPart,
  mealPart,
  personParts,
  visitPart,
} from '../../_domain/people/privacy/copy'
import type { ElderRecord } from '../../_domain/people/records'
import { command, find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { openedField } from '../elders/reveal'
import { wholePage } from './whole-page'

const PAGE = pageSize.copy
/** Everybody who has ever asked. */
const MOST_NEAR = 100

interface Page {
  parts: CopyPart[]
  next: string | null
}

export const copy: Handler<typeof people.copy> = async (ctx, { elderId, part, after, reason }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  const { role, relation } = ctx.permit(concernOfElder(elder))
  const isStaff = relation === null && role !== 'elder'
  if (isStaff && reason === undefined) throw new AppError('BAD_INPUT', { fields: ['reason'] })
  const page = await pages[part](elder, after)
  await ctx.look({ ...elder, elderId }, part)
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
    const near = await select('relations', { where: { elderId: elder.id }, limit: MOST_NEAR })
    const [applied, decided] = await Promise.all([
      select('applications', { where: { elderId: elder.id }, limit: MOST_NEAR }),
      select('determinations', { where: { elderId: elder.id }, limit: MOST_NEAR }),
    ])
    const parts = [
      ...personParts(elder, opened),
      circlePart(near),
      ...applied.map(applicationPart),
      ...(decided.length > 0 ? [decisionsPart(decided)] : []),
    ]
    return { parts, next: null }
  },
  async consents({ id: elderId }, after) {
    const found = await select('consents', {
      where: { elderId, ...(after !== undefined && { _id: command.gt(after) }) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    })
    return { parts: found.map(consentPart), next: nextAfter(found, found.at(-1)?.id) }
  },
  async meals({ id: elderId }, after) {
    const found = await select('mealOrders', {
      where: { elderId, ...(after !== undefined && { date: command.lt(after) }) },
      orderBy: [['date', 'desc']],
      limit: PAGE,
    })
    const whole = await wholePage(found, PAGE, {
      keyOf: ({ date }) => date,
      restOf: (date, limit) => select('mealOrders', { where: { elderId, date }, limit }),
    })
    return { parts: whole.map(mealPart), next: nextAfter(found, found.at(-1)?.date) }
  },
  async visits({ id: elderId }, after) {
    const found = await select('visits', {
      where: { elderId, ...(after !== undefined && { askedAt: command.lt(after) }) },
      orderBy: [['askedAt', 'desc']],
      limit: PAGE,
    })
    const whole = await wholePage(found, PAGE, {
      keyOf: ({ askedAt }) => askedAt,
      restOf: (askedAt, limit) => select('visits', { where: { elderId, askedAt }, limit }),
    })
    return { parts: whole.map(visitPart), next: nextAfter(found, found.at(-1)?.askedAt) }
  },
  async log({ id: elderId }, after) {
    const found = await select('auditLog', {
      where: { elderId, ...(after !== undefined && { at: command.lt(after) }) },
      orderBy: [['at', 'desc']],
      limit: PAGE,
    })
    const whole = await wholePage(found, PAGE, {
      keyOf: ({ at }) => at,
      restOf: (at, limit) => select('auditLog', { where: { elderId, at }, limit }),
    })
    return { parts: whole.map(logPart), next: nextAfter(found, found.at(-1)?.at) }
  },
}

/** Where the next page begins; null when this one was the last. */
const nextAfter = (found: readonly unknown[], last: string | undefined): string | null =>
  found.length < PAGE ? null : (last ?? null)
