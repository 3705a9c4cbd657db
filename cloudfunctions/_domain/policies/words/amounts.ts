import type { Meeting, Rounding } from '#types/policies'
import type { Amount, DeliveryFee, Limit, Spend, When } from '#types/policies/meal'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { abilityWord } from '#types/words/policies/abilities'
import { dayKindWord } from '#types/words/policies/day-kinds'
import { levelWord } from '#types/words/policies/levels'
import { limitPeriodWord } from '#types/words/policies/limit-periods'
import { yuan } from './yuan'

const entryWords: Record<string, string> = { ...slotWord, ...modeWord, ...dayKindWord, ...abilityWord }

/** How much, in yuan. */
export function amountWords(amount: Amount): string {
  if (typeof amount === 'number') return yuan(amount)
  if ('percent' in amount) {
    const bill = { list: '菜单价', left: '前面各层以后还要付的', discounted: '饭价' }[
      amount.of ?? 'discounted'
    ]
    return `${bill}的 ${amount.percent}%${mostWords(amount.cap)}`
  }
  if ('elderPays' in amount) return `补到老人只付 ${yuan(amount.elderPays)}${mostWords(amount.cap)}`
  const entries = Object.values(amount).flatMap((table) => Object.entries<Amount | undefined>(table))
  return entries
    .flatMap(([key, one]) => (one === undefined ? [] : [`${entryWords[key]} ${amountWords(one)}`]))
    .join('；')
}

/** The most that is given; nothing where there is no cap. */
const mostWords = (cap: number | undefined): string => (cap === undefined ? '' : `，最多 ${yuan(cap)}`)

/** Which meals; nothing where it does not matter. */
export function whenWords({ slots, modes, days, eatsIn, spend }: When): string[] {
  return [
    slots && `只有${slots.map((one) => slotWord[one]).join('、')}`,
    modes && `只有${modes.map((one) => modeWord[one]).join('、')}`,
    days && `只有${days.map((one) => dayKindWord[one]).join('、')}`,
    eatsIn && `在${levelWord[eatsIn]}吃`,
    spend && spendWords(spend),
  ].filter((part) => typeof part === 'string')
}

function spendWords({ above, atLeast, of }: Spend): string {
  const bill = { list: '菜单价', left: '前面各层以后还要付的', discounted: '饭价（打折以后）' }[of]
  return above !== undefined ? `${bill}超过 ${yuan(above)}` : `${bill}满 ${yuan(atLeast ?? 0)}`
}

/** How often, across all stations. */
export const limitWords = (limits: readonly Limit[]): string[] =>
  limits.map(({ per, times, amount }) =>
    [
      limitPeriodWord[per],
      times !== undefined && `${times} 次`,
      amount !== undefined && `一共最多 ${yuan(amount)}`,
    ]
      .filter((part) => typeof part === 'string')
      .join(' '),
  )

export const meetWords: Record<Meeting, string> = {
  add: '都符合时加在一起',
  highest: '都符合时取最高的一条',
  first: '都符合时只算写在前面的一条',
}

/** What becomes of an amount that is no whole unit. */
export function roundingWords({ mode, to }: Rounding): string {
  const unit = { fen: '分', jiao: '角', yuan: '元' }[to]
  return `按比例算出的数精确到${unit}，${{ down: '零头去掉', up: '零头进一', halfUp: '零头四舍五入' }[mode]}`
}

/** What delivery costs. */
export const feeWords = (fee: DeliveryFee): string =>
  typeof fee === 'number'
    ? `每次 ${yuan(fee)}`
    : `${fee.byDistance.map(({ upTo, fee: step }) => `${upTo} 米以内 ${yuan(step)}`).join('，')}；再远不送`
