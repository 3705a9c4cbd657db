import { localDate } from '#types/days'
import type { Settlement } from '#types/supervision'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { payerWord } from '#types/words/payers'
import { entryKindWord } from '#types/words/supervision/entry-kinds'
import { owedToWord } from '#types/words/supervision/owed-to'
import { localTime } from '../../_domain/base/calendar'
import { yuan } from '../../_domain/base/yuan'
import type { SettlementEntryRecord } from '../../_domain/settlement/records'
import type { Cell } from '../../_shell/csv'

/** Everything that is owed, one line for each payer and rule, and the control totals below. */
export function summaryRows({
  operatorName,
  month,
  owed,
  control,
  isClosed,
  closesOn,
}: Settlement): Cell[][] {
  return [
    ['运营方', operatorName],
    ['月份', month],
    ['是否结账', isClosed ? '已结账' : `未结账，${closesOn} 起不再变动`],
    [],
    ['出资方', '规则', '名目', '归谁', '餐次（冲销后）', '金额（元）'],
    ...owed.map(({ payer, rule, label, to, meals, amount }): Cell[] => [
      payerWord[payer],
      rule,
      label,
      owedToWord[to],
      meals,
      { fen: amount },
    ]),
    ['合计', '', '', '', '', { fen: control.owed }],
    [],
    ['记录数', control.records],
    ['其中用餐', control.served],
    ['其中冲销', control.reversed],
    ['餐费和送餐费合计（元）', { fen: control.billed }],
    ['老人自付合计（元）', { fen: control.elderPaid }],
  ]
}

export const detailHeads = [
  '记录号',
  '用餐日期',
  '餐次',
  '方式',
  '驿站',
  '老人编号',
  '老人',
  '类型',
  '餐费和送餐费（元）',
  '老人自付（元）',
  '老人补贴（元）',
  '运营补贴（元）',
  '明细',
  '政策',
  '记录时间',
  '记录人',
]

/** Every record, and the same control totals in the last line. */
export function detailRows(entries: readonly SettlementEntryRecord[]): Cell[][] {
  const sumTo = (entry: SettlementEntryRecord, to: 'elder' | 'operator') =>
    entry.owed.filter((line) => line.to === to).reduce((sum, { amount }) => sum + amount, 0)
  const total = (of: (entry: SettlementEntryRecord) => number): Cell => ({
    fen: entries.reduce((sum, entry) => sum + of(entry), 0),
  })
  return [
    ...entries.map((entry): Cell[] => [
      entry.id,
      entry.date,
      slotWord[entry.slot],
      modeWord[entry.mode],
      entry.stationName,
      entry.elderId,
      entry.elderName,
      entryKindWord[entry.kind],
      { fen: entry.billed },
      { fen: entry.elderPaid },
      { fen: sumTo(entry, 'elder') },
      { fen: sumTo(entry, 'operator') },
      entry.owed
        .map(({ payer, label, amount }) => `${payerWord[payer]}：${label} ${yuan(amount)}`)
        .join('；'),
      entry.policyId ?? '',
      `${localDate(entry.at)} ${localTime(entry.at)}`,
      entry.by,
    ]),
    [
      '合计',
      `共 ${entries.length} 条`,
      '',
      '',
      '',
      '',
      '',
      '',
      total(({ billed }) => billed),
      total(({ elderPaid }) => elderPaid),
      total((entry) => sumTo(entry, 'elder')),
      total((entry) => sumTo(entry, 'operator')),
      '',
      '',
      '',
      '',
    ],
  ]
}
