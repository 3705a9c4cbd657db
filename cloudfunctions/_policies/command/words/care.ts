import type {
  CarePolicy,
  CatalogueItem,
  FenAMonth,
  MinutesAMonth,
  Notice,
  VoucherPolicy,
} from '#types/policies/care'
import { payerWord } from '#types/words/payers'
import { abilityWord } from '#types/words/policies/abilities'
import { aligned } from '../columns'
import { yuan } from '../yuan'
import { meetWords } from './amounts'
import { conditionWords } from './conditions'

const minutes = (count: number): string => `${count} 分钟`

const kindWords = { regular: '每周固定', appointment: '预约', monthly: '每月一次' }

const noticeWords = ({ app, phone }: Notice): string => `手机提前 ${app} 天，电话提前 ${phone} 天`

const itemRow = (
  { label, kind, minutes: time, notice, who }: CatalogueItem,
  policy: CarePolicy,
): string[] => [
  label,
  kindWords[kind],
  [
    time !== null && minutes(time),
    notice && noticeWords(notice),
    Object.keys(who).length > 0 && `只给${conditionWords(who, policy)}`,
  ]
    .filter((part) => typeof part === 'string')
    .join('，'),
]

/** What a care policy says. */
export function careWords(policy: CarePolicy): string[] {
  const {
    allowances,
    per,
    meet,
    hourPrice,
    yearly,
    carryOver,
    overflow,
    whenGained,
    whenLost,
    notice,
    weekly,
    classes,
    catalogue,
    sample,
  } = policy
  const rows = allowances.map(({ rule, payer, who, minutes: time, amount }) => [
    rule,
    time !== undefined
      ? `每月 ${tableWords(time, minutes, policy)}`
      : `每月 ${tableWords(amount ?? 0, yuan, policy)}`,
    `${conditionWords(who, policy)}，${payerWord[payer]}出`,
  ])
  const hasMinutes = allowances.some((one) => one.minutes !== undefined)
  const counts = Object.entries(kindWords).map(
    ([kind, word]) => `${word} ${catalogue.filter((item) => item.kind === kind).length} 项`,
  )
  const most = [
    yearly?.minutes !== undefined && minutes(yearly.minutes),
    yearly?.amount !== undefined && yuan(yearly.amount),
  ]
  return [
    `额度：${per === 'household' ? '每户一份' : '每人一份'}${allowances.length > 1 ? `，${meetWords[meet]}` : ''}`,
    ...aligned(rows, '  '),
    ...(hourPrice !== null ? [`每小时 ${yuan(hourPrice)}`] : []),
    ...(yearly ? [`一年最多 ${most.filter((part) => typeof part === 'string').join('、')}`] : []),
    carryOver
      ? `用不完的留到${carryOver.until === 'yearEnd' ? '年底' : '季度末'}${carryOver.most === null ? '' : `，最多 ${hasMinutes ? minutes(carryOver.most) : yuan(carryOver.most)}`}`
      : '用不完的不留到下个月',
    `超出当月额度：${{ selfPaid: '可以自费', refuse: '不接', borrow: '向下个月借，不超过一年的总数' }[overflow]}`,
    `有没有额度看当月 1 日；月中才符合条件的：${whenGained === 'nextMonth' ? '下个月起有' : '当天起有，给当月整份'}`,
    `不再符合条件以后：${whenLost === 'keepHeld' ? '已经约好的保留' : '已经约好的退回'}，不再给新的`,
    ...(weekly ? [`每周的固定服务合计 ${minutes(weekly.minutes)}`] : []),
    ...(notice ? [`预约：${noticeWords(notice)}`] : []),
    ...(catalogue.length > 0 ? [`服务项目 ${catalogue.length} 项：${counts.join('，')}`] : []),
    ...Object.entries(classes).flatMap(([name, label]) => {
      const items = catalogue.filter((item) => item.class === name)
      return [
        `${label}（${name}）${items.length} 项`,
        ...aligned(
          items.map((item) => itemRow(item, policy)),
          '  ',
        ),
      ]
    }),
    `每月抽查 ${sample.percent}% 的记录`,
  ]
}

/** What a voucher policy says. */
export function voucherWords(policy: VoucherPolicy): string[] {
  const { vouchers, services, per, meet, yearly } = policy
  const rows = vouchers.map(({ rule, payer, who, percent, monthlyCap }) => [
    rule,
    typeof percent === 'number'
      ? `抵 ${percent}%`
      : `抵 ${Object.entries(percent.byService)
          .map(([name, share]) => `${services[name] ?? name} ${share}%`)
          .join('、')}`,
    `每月最多 ${tableWords(monthlyCap, yuan, policy)}`,
    `${conditionWords(who, policy)}，${payerWord[payer]}出`,
  ])
  return [
    `抵扣：${per === 'household' ? '每户一份' : '每人一份'}${vouchers.length > 1 ? `，${meetWords[meet]}` : ''}`,
    ...aligned(rows, '  '),
    ...(yearly ? [`一年最多 ${yuan(yearly.amount)}`] : []),
  ]
}

function tableWords(
  written: MinutesAMonth | FenAMonth,
  one: (count: number) => string,
  { groups }: Pick<CarePolicy, 'groups'>,
): string {
  if (typeof written === 'number') return one(written)
  return written.matrix
    .map(({ group, byAbility }) => {
      const entries = Object.entries(byAbility) as [keyof typeof abilityWord, number][]
      const row = entries.map(([level, count]) => `${abilityWord[level]} ${one(count)}`).join('、')
      return `${groups[group]?.label ?? group}（${row}）`
    })
    .join('；')
}
