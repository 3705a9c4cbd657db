import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import type { CopyPart } from '#types/people/privacy'
import { isByStaff } from '../../_domain/access/grants'
import { idsOf } from '../../_domain/access/holdings'
import { personParts } from '../../_domain/people/privacy/copy'
import { copyPlace, placeAfter } from '../../_domain/people/privacy/copy-place'
import type { ElderRecord } from '../../_domain/people/records'
import { command, find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { fitting } from '../../_shell/fitting'
import { permittedElder } from '../../_shell/permitted-elder'
import { joinedOf } from '../../_shell/registrations'
import { openedField } from '../elders/opened-field'
import { wholePage } from './whole-page'

type Input = Parameters<typeof copy>[1]

export const copy: Handler<typeof people.copy> = async (ctx, input) => {
  const { elderId, part, reason } = input
  const { elder, grant } = await permittedElder(ctx, elderId)
  if (isByStaff(grant) && reason === undefined) throw new AppError('BAD_INPUT', { fields: ['reason'] })
  const page = await pageOf(elder, input)
  await ctx.look({ ...elder, elderId: elder.id }, part)
  return page
}

/** One page of a part: of the collections that stand in it, one after the other, until one has more than fits. */
async function pageOf(
  elder: ElderRecord,
  { part, after }: Input,
): Promise<{ parts: CopyPart[]; next: string | null }> {
  const parts =
    part === 'person' && after === undefined
      ? (await Promise.all([elder, ...(await joinedOf(elder))].map(herself))).flat()
      : []
  const ids = idsOf([{ ...elder, elderId: elder.id }])
  const place = copyPlace(part, after)
  let from = place.from
  for (const { name, found, by, direction, as } of place.rows) {
    const order = { where: { [found]: command.in(ids) }, by, direction, after: from }
    const whole = await wholePage(name, order, pageSize.copy)
    const each = whole.records.map((record) => as([record]))
    const { length } = fitting(each, 1, parts)
    const isTooLong = length < whole.records.length
    const { records, next } = isTooLong ? await wholePage(name, order, length) : whole
    if (from === undefined || records.length > 0) parts.push(...as(records))
    if (next !== null) return { parts, next: placeAfter(name, next) }
    from = undefined
  }
  return { parts, next: null }
}

async function herself(elder: ElderRecord): Promise<CopyPart[]> {
  const district = elder.formerHomes.length > 0 ? await find('districts', elder.district) : null
  const opened = {
    phone: openedField(elder, 'phone'),
    idNumber: openedField(elder, 'idNumber'),
    contacts: openedField(elder, 'contacts'),
  }
  return personParts(elder, opened, district?.towns ?? [])
}
