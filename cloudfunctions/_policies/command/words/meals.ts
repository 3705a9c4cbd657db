import type { MealLayer, MealPolicy } from '#types/policies/meal'
import { payerWord } from '#types/words/payers'
import { aligned } from '../columns'
import { yuan } from '../yuan'
import { amountWords, feeWords, limitWords, meetWords, roundingWords, whenWords } from './amounts'
import { conditionWords } from './conditions'

/** What a meal policy says: who, which meal, how much, how often, who pays. */
export function mealWords(policy: MealPolicy): string[] {
  const { standardPrice, elderPaysAtLeast, discounts, layers, meet, limits, delivery, operator, rounding } =
    policy
  const whole = [...whenWords(policy), ...limitWords(limits)]
  return [
    ...(whole.length > 0 ? [`整份政策：${whole.join('，')}`] : []),
    ...(standardPrice ? [`定补贴时的餐标：${yuan(standardPrice)}`] : []),
    ...(elderPaysAtLeast ? [`不管补多少，老人自己至少付 ${yuan(elderPaysAtLeast)}`] : []),
    ...discounts.flatMap((layer) => layerWords('先打折', layer, policy)),
    ...(layers.length > 1 ? [`各层补贴${meetWords[meet]}`] : []),
    ...layers.flatMap((layer) => layerWords('补贴', layer, policy)),
    ...(delivery ? [`${delivery.label}：${feeWords(delivery.fee)}`] : []),
    ...(delivery?.layers ?? []).flatMap((layer) => layerWords('送餐补贴', layer, policy)),
    ...(operator.length > 0 ? ['助餐点另外得到（按月结算，和老人付多少无关）'] : []),
    ...aligned(
      operator.map((one) => [
        one.rule,
        `${{ meal: '每餐', delivery: '每次送餐', personDay: '每人每天' }[one.per]} ${yuan(one.amount)}`,
        [
          conditionWords(one.who, policy),
          ...whenWords(one),
          ...(one.onlySubsidised ? ['只算得到补贴的餐'] : []),
          `${payerWord[one.payer]}出`,
        ].join('，'),
      ]),
      '  ',
    ),
    ...(JSON.stringify(policy).includes('"percent"') ? [roundingWords(rounding)] : []),
  ]
}

function layerWords(title: string, layer: MealLayer, policy: MealPolicy): string[] {
  const terms = [...whenWords(layer), ...limitWords(layer.limits)]
  const head = [
    `${payerWord[layer.payer]}出`,
    ...(layer.rules.length > 1 ? [meetWords[layer.meet]] : []),
    ...terms,
  ]
  const rows = layer.rules.map(({ rule, payer, who, amount, limits, ...when }) => [
    rule,
    amountWords(amount),
    [
      conditionWords(who, policy),
      ...whenWords(when),
      ...limitWords(limits),
      ...(payer ? [`${payerWord[payer]}出`] : []),
    ].join('，'),
  ])
  return [`${title}“${layer.label}”（${layer.layer}）：${head.join('，')}`, ...aligned(rows, '  ')]
}
