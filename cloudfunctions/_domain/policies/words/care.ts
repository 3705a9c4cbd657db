import type { CarePolicy, CatalogueItem, Notice } from '#types/policies/care'
import { payerWord } from '#types/words/payers'
import { meetWords } from './amounts'
import { conditionWords } from './conditions'
import { minutes, perWords, ruleRow, tableWords } from './monthly'
import { type Said, said } from './said'
import { yuan } from './yuan'

const kindWords = { regular: '每周固定', appointment: '预约', monthly: '每月一次' }

const noticeWords = ({ app, phone }: Notice): string => `手机提前 ${app} 天，电话提前 ${phone} 天`

function itemRow({ label, kind, minutes: time, notice, who }: CatalogueItem, policy: CarePolicy) {
  const more = [
    time !== null && minutes(time),
    notice && noticeWords(notice),
    Object.keys(who).length > 0 && `只给${conditionWords(who, policy)}`,
  ].filter((part) => typeof part === 'string')
  return {
    cells: [label, kindWords[kind], more.join('，')],
    sentence: [label, kindWords[kind], ...more].join('，'),
  }
}

/** What a care policy says. */
export function careWords(policy: CarePolicy): Said[] {
  const { hourPrice, carryOver, overflow, whenGained, whenLost, notice, weekly, sample } = policy
  return [
    allowanceWords(policy),
    ...(hourPrice !== null ? [said(`每小时 ${yuan(hourPrice)}`)] : []),
    ...yearlyWords(policy),
    said(carryOver ? carryOverWords(carryOver, policy) : '用不完的不留到下个月'),
    said(
      `超出当月额度：${{ selfPaid: '可以自费', refuse: '不接', borrow: '向下个月借，不超过一年的总数' }[overflow]}`,
    ),
    said(
      `有没有额度看当月 1 日；月中才符合条件的：${whenGained === 'nextMonth' ? '下个月起有' : '当天起有，给当月整份'}`,
    ),
    said(`不再符合条件以后：${whenLost === 'keepHeld' ? '已经约好的保留' : '已经约好的退回'}，不再给新的`),
    ...(weekly ? [said(`每周的固定服务合计 ${minutes(weekly.minutes)}`)] : []),
    ...(notice ? [said(`预约：${noticeWords(notice)}`)] : []),
    ...catalogueWords(policy),
    said(`每月抽查 ${sample.percent}% 的记录`),
  ]
}

function allowanceWords(policy: CarePolicy): Said {
  const { allowances, per, meet } = policy
  const rows = allowances.map(({ rule, payer, who, minutes: time, amount }) => {
    const month =
      time !== undefined
        ? `每月 ${tableWords(time, minutes, policy)}`
        : `每月 ${tableWords(amount ?? 0, yuan, policy)}`
    return ruleRow(rule, [month], `${conditionWords(who, policy)}，${payerWord[payer]}出`)
  })
  return said(`额度：${perWords(per)}${allowances.length > 1 ? `，${meetWords[meet]}` : ''}`, { rows })
}

function yearlyWords({ yearly }: CarePolicy): Said[] {
  if (!yearly) return []
  const most = [
    yearly.minutes !== undefined && minutes(yearly.minutes),
    yearly.amount !== undefined && yuan(yearly.amount),
  ]
  return [said(`一年最多 ${most.filter((part) => typeof part === 'string').join('、')}`)]
}

function carryOverWords(
  { until, most }: NonNullable<CarePolicy['carryOver']>,
  { allowances }: CarePolicy,
): string {
  const unit = allowances.some((one) => one.minutes !== undefined) ? minutes : yuan
  return `用不完的留到${until === 'yearEnd' ? '年底' : '季度末'}${most === null ? '' : `，最多 ${unit(most)}`}`
}

function catalogueWords(policy: CarePolicy): Said[] {
  const { catalogue, classes } = policy
  const counts = Object.entries(kindWords).map(
    ([kind, word]) => `${word} ${catalogue.filter((item) => item.kind === kind).length} 项`,
  )
  return [
    ...(catalogue.length > 0 ? [said(`服务项目 ${catalogue.length} 项：${counts.join('，')}`)] : []),
    ...Object.entries(classes).map(([code, label]) => {
      const items = catalogue.filter((item) => item.class === code)
      return said(label, {
        code,
        after: `：${items.length} 项`,
        rows: items.map((item) => itemRow(item, policy)),
      })
    }),
  ]
}
