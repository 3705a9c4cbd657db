import type { MealLayer, MealPolicy } from '#types/policies/meal'
import { payerWord } from '#types/words/payers'
import { givesNothing } from '../checks/chain'
import { amountWords, feeWords, limitWords, meetWords, roundingWords, whenWords } from './amounts'
import { conditionWords } from './conditions'
import { type Said, said } from './said'
import { yuan } from './yuan'

/** What a meal policy says: who, which meal, how much, how often, who pays. */
export function mealWords(policy: MealPolicy): Said[] {
  const { standardPrice, elderPaysAtLeast, discounts, layers, meet, limits, delivery, rounding } = policy
  const whole = [...whenWords(policy), ...limitWords(limits)]
  return [
    ...(givesNothing(policy) ? [said('这份政策什么也不给：从它开始的那天起没有补贴')] : []),
    ...(whole.length > 0 ? [said(`整份政策：${whole.join('，')}`)] : []),
    ...(standardPrice ? [said(`定补贴时的餐标：${yuan(standardPrice)}`)] : []),
    ...(elderPaysAtLeast ? [said(`不管补多少，老人自己至少付 ${yuan(elderPaysAtLeast)}`)] : []),
    ...discounts.map((layer) => layerWords('先打折', layer, policy)),
    ...(layers.length > 1 ? [said(`各层补贴${meetWords[meet]}`)] : []),
    ...layers.map((layer) => layerWords('补贴', layer, policy)),
    ...(delivery ? [said(`${delivery.label}：${feeWords(delivery.fee)}`)] : []),
    ...(delivery?.layers ?? []).map((layer) => layerWords('送餐补贴', layer, policy)),
    ...operatorWords(policy),
    ...(JSON.stringify(policy).includes('"percent"') ? [said(roundingWords(rounding))] : []),
  ]
}

function operatorWords(policy: MealPolicy): Said[] {
  const rows = policy.operator.map((one) => {
    const amount = `${{ meal: '每餐', delivery: '每次送餐', personDay: '每人每天' }[one.per]} ${yuan(one.amount)}`
    const terms = [
      conditionWords(one.who, policy),
      ...whenWords(one),
      ...(one.onlySubsidised ? ['只算得到补贴的餐'] : []),
      `${payerWord[one.payer]}出`,
    ].join('，')
    return { cells: [one.rule, amount, terms], sentence: `${terms}：${amount}` }
  })
  return rows.length > 0 ? [said('助餐点另外得到（按月结算，和老人付多少无关）', { rows })] : []
}

function layerWords(title: string, layer: MealLayer, policy: MealPolicy): Said {
  const head = [
    `${payerWord[layer.payer]}出`,
    ...(layer.rules.length > 1 ? [meetWords[layer.meet]] : []),
    ...whenWords(layer),
    ...limitWords(layer.limits),
  ]
  const rows = layer.rules.map(({ rule, payer, who, amount, limits, ...when }) => {
    const terms = [
      conditionWords(who, policy),
      ...whenWords(when),
      ...limitWords(limits),
      ...(payer ? [`${payerWord[payer]}出`] : []),
    ].join('，')
    return { cells: [rule, amountWords(amount), terms], sentence: `${terms}：${amountWords(amount)}` }
  })
  return said(`${title}“${layer.label}”`, { code: layer.layer, after: `：${head.join('，')}`, rows })
}
