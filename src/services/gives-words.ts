import type { Gives } from '#types/eligibility/entitlements'
import type { Mode, Slot } from '#types/meals/slots'
import type { Payer } from '#types/payers'
import type { AbilityLevel } from '#types/policies/conditions'
import type { Amount, DayKind, When } from '#types/policies/meal'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { payerWord } from '#types/words/payers'
import { abilityWord } from '#types/words/policies/abilities'
import { dayKindWord } from '#types/words/policies/day-kinds'
import { levelWord } from '#types/words/policies/levels'
import { limitPeriodWord } from '#types/words/policies/limit-periods'
import { durationWord } from './dates'
import { money } from './words'

/** Which meals are meant: 工作日的午餐、晚餐，堂食; empty when all are. */
export function whenWords({ slots, modes, days, eatsIn, spend }: When): string {
  const day = days ? days.map((one) => dayKindWord[one]).join('、') : ''
  const slot = slots ? slots.map((one) => slotWord[one]).join('、') : ''
  return [
    day && slot ? `${day}的${slot}` : day || slot,
    modes ? modes.map((one) => modeWord[one]).join('、') : '',
    eatsIn ? `在${levelWord[eatsIn]}吃` : '',
    spend?.above !== undefined ? `饭钱超过 ${money(spend.above)}的餐` : '',
    spend?.atLeast !== undefined ? `饭钱满 ${money(spend.atLeast)}的餐` : '',
  ]
    .filter(Boolean)
    .join('，')
}

type Cut = Exclude<Amount, number>

/** 3 元; 饭钱的 25%，最多 3 元; 午餐 3 元，晚餐 2 元 */
function amountWords(amount: Amount): string {
  if (typeof amount === 'number') return money(amount)
  if ('percent' in amount) return `饭钱的 ${amount.percent}%${capWords(amount.cap)}`
  if ('elderPays' in amount) return `超过 ${money(amount.elderPays)}的部分${capWords(amount.cap)}`
  return tableOf(amount)
    .map(([name, one]) => `${name} ${amountWords(one)}`)
    .join('，')
}

const capWords = (cap: number | undefined) => (cap === undefined ? '' : `，最多 ${money(cap)}`)

/** The entries of an amount that depends on something, each with its word. */
function tableOf(amount: Cut): [string, Amount][] {
  if ('bySlot' in amount) return entries<Slot>(amount.bySlot, slotWord)
  if ('byMode' in amount) return entries<Mode>(amount.byMode, modeWord)
  if ('byDay' in amount) return entries<DayKind>(amount.byDay, dayKindWord)
  return 'byAbility' in amount ? entries<AbilityLevel>(amount.byAbility, abilityWord) : []
}

const entries = <K extends string>(
  table: Partial<Record<K, Amount>>,
  names: Record<K, string>,
): [string, Amount][] =>
  (Object.keys(table) as K[]).flatMap((key) => {
    const amount: Amount | undefined = table[key]
    return amount === undefined ? [] : [[names[key], amount]]
  })

/** How much a rule gives and who gives it, without its full stop: 市里每餐出 3 元; 街道（镇）每月给 8 小时上门服务. */
export function givesSentence(gives: Gives, payer: Payer, elderWord = '您'): string {
  const who = payer === 'elder' ? elderWord : payerWord[payer]
  switch (gives.kind) {
    case 'meal':
      return mealWords(gives.amount, who, elderWord) + limitWords(gives.limits ?? [])
    case 'care': {
      const { minutes, amount, hourPrice } = gives
      if (minutes !== null) {
        const price = hourPrice === null ? '' : `，每小时 ${money(hourPrice)}，不用${elderWord}付`
        return `${who}每月给 ${durationWord(minutes)}上门服务${price}`
      }
      if (amount !== null) return `${who}每月给 ${money(amount)}上门服务费`
      return `${who}每月给上门服务，给多少还要看情况`
    }
    case 'voucher': {
      const cap = gives.monthlyCap === null ? '每月最多多少还要看情况' : `每月最多 ${money(gives.monthlyCap)}`
      const shares = gives.percent.map(({ service, percent }) => `${service ?? '服务费'} ${percent}%`)
      const isOne = gives.percent.length === 1 && gives.percent[0]?.service === null
      return isOne
        ? `${who}出服务费的 ${gives.percent[0]?.percent}%，${cap}`
        : `${who}出${shares.join('，')}，${cap}`
    }
  }
}

/** ，每天一次，每月最多 60 元; that a meal counts once goes without saying. */
function limitWords(limits: NonNullable<Extract<Gives, { kind: 'meal' }>['limits']>): string {
  return limits
    .flatMap(({ per, times, amount }) => [
      ...(times !== undefined && !(per === 'slot' && times === 1)
        ? [`${limitPeriodWord[per]}${times === 1 ? '一次' : ` ${times} 次`}`]
        : []),
      ...(amount !== undefined ? [`${limitPeriodWord[per]}最多 ${money(amount)}`] : []),
    ])
    .map((words) => `，${words}`)
    .join('')
}

function mealWords(amount: Amount, who: string, elderWord: string): string {
  if (typeof amount === 'number') return `${who}每餐出 ${money(amount)}`
  if ('percent' in amount) {
    return `${who}出饭钱的 ${amount.percent}%${amount.cap === undefined ? '' : `，每餐最多 ${money(amount.cap)}`}`
  }
  if ('elderPays' in amount) {
    const most = amount.cap === undefined ? '' : `，每餐最多出 ${money(amount.cap)}`
    return `${elderWord}每餐付 ${money(amount.elderPays)}，其余${who}出${most}`
  }
  return `${who}每餐出：${amountWords(amount)}`
}
