import { AppError } from '#types/errors'
import type { supervision } from '#types/supervision'
import { linksTo, putAlone, storeFile } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { digests } from '../../_shell/secrets'
import { entriesOf } from './entries-of'
import { districtOf, totalsOf } from './totals'

/** Loaded when somebody wants a file: a cold start should not wait for spreadsheets. */
const writers = {
  async csv(...of: Parameters<typeof import('./csv').settlementCsv>) {
    return Buffer.from((await import('./csv')).settlementCsv(...of))
  },
  async xlsx(...of: Parameters<typeof import('./xlsx').xlsxOf>) {
    return (await import('./xlsx')).xlsxOf(...of)
  },
}

/** For so many seconds the link gives the file. */
const TEN_MINUTES = 600

export const settlementFile: Handler<typeof supervision.settlementFile> = async (
  ctx,
  { format, reason: _, ...ofMonth },
) => {
  ctx.permit({ district: ofMonth.district })
  const district = await districtOf(ofMonth.district)
  const [settlement, entries] = await Promise.all([totalsOf(ofMonth, ctx.now), entriesOf(ofMonth)])
  const owed = entries.flatMap((one) => one.owed).reduce((sum, { amount }) => sum + amount, 0)
  if (owed !== settlement.control.owed || entries.length !== settlement.control.records)
    throw new AppError('BUSY') // something was written between the two: the file would not add up

  const content = await writers[format](settlement, entries)
  const name = `结算_${settlement.operatorName}_${settlement.month}.${format}`
  const [token] = digests(`settlement ${ctx.requestId}`, 'file') // a phone reads it by its path, which nobody may guess
  const fileId = await storeFile(
    `settlements/${token}/settlement-${settlement.operatorId}-${settlement.month}.${format}`,
    content,
  )
  await putAlone('storedFiles', {
    id: token,
    district: ofMonth.district,
    fileId,
    at: ctx.now.toISOString(),
  })
  await ctx.look(
    { ...district, district: district.id, elderId: null },
    `${settlement.operatorId},${settlement.month}`,
  )
  const [link = null] = await linksTo([fileId], TEN_MINUTES)
  if (link === null) throw new Error('the file that was stored has no link')
  return { name, link, fileId, records: entries.length, owed }
}
