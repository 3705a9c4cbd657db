/** From the lowest to the highest that is usual, in a unit. */
export interface Bound {
  what: string
  unit: 'fen' | 'minutes' | 'percent'
  low: number
  high: number
}

const fen = (what: string, low: number, high: number): Bound => ({ what, unit: 'fen', low, high })

/**
 * What is usual, so that a figure typed in yuan for fen, in fen for yuan or in hours for minutes is asked back.
 * Only for asking: nothing is refused by these, nothing is priced by them, and a district may well be right outside of them.
 */
export const bounds = {
  meal: fen('一餐的补贴', 50, 5_000),
  elderPays: fen('老人付的饭钱', 50, 5_000),
  elderPaysAtLeast: fen('老人至少付的钱', 30, 3_000),
  standardPrice: fen('一餐的餐标', 300, 10_000),
  spend: fen('最低消费', 100, 10_000),
  fee: fen('一次的送餐费', 50, 3_000),
  delivery: fen('一次的送餐补贴', 50, 3_000),
  operator: fen('助餐点每餐得到的', 20, 5_000),
  aDay: fen('一个人一天的上限', 100, 20_000),
  aMonth: fen('一个人一个月的上限', 1_000, 200_000),
  aYear: fen('一个人一年的上限', 10_000, 2_000_000),
  hourPrice: fen('一小时的价钱', 500, 30_000),
  careMonth: fen('一个人一个月的额度', 1_000, 1_000_000),
  careYear: fen('一年的上限', 10_000, 10_000_000),
  careMinutes: { what: '一个月的服务时间', unit: 'minutes', low: 60, high: 12_000 },
  careYearMinutes: { what: '一年的服务时间', unit: 'minutes', low: 600, high: 144_000 },
  percent: { what: '百分数', unit: 'percent', low: 1, high: 100 },
} as const satisfies Record<string, Bound>
