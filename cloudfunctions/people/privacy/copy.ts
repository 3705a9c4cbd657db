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
import { find, select } from '../../_shell/cloud'
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
    const order = { where: { elderId }, by: 'id', direction: 'asc', after } as const
    const { records, next } = await wholePage('consents', order, PAGE)
    return { parts: records.map(consentPart), next }
  },
  async meals({ id: elderId }, after) {
    const order = { where: { elderId }, by: 'date', direction: 'desc', after } as const
    const { records, next } = await wholePage('mealOrders', order, PAGE)
    return { parts: records.map(mealPart), next }
  },
  async visits({ id: elderId }, after) {
    const order = { where: { elderId }, by: 'askedAt', direction: 'desc', after } as const
    const { records, next } = await wholePage('visits', order, PAGE)
    return { parts: records.map(visitPart), next }
  },
  async log({ id: elderId }, after) {
    const order = { where: { elderId }, by: 'at', direction: 'desc', after } as const
    const { records, next } = await wholePage('auditLog', order, PAGE)
    return { parts: records.map(logPart), next }
  },
}
