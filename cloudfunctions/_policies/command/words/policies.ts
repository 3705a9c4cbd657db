import { policyKindWord } from '#types/words/policies/kinds'
import { chainsOf, lastDay } from '../../../_domain/policies/checks/chain'
import { aligned } from '../columns'
import type { AnyPolicy } from '../kinds'
import { kindOf } from '../kinds'
import { conditionWords } from './conditions'

/** What a policy says, for somebody who has to compare it with the paper. */
export function policyWords(policy: AnyPolicy): string[] {
  const {
    id,
    kind,
    name,
    effectiveFrom,
    effectiveTo,
    source,
    sourceUrl,
    district,
    groups,
    evidence,
    settings,
  } = policy
  const until = effectiveTo ? `到 ${effectiveTo}（当天也算）` : '一直到同一地方的下一份政策开始的前一天'
  const named = Object.entries(groups).map(([key, { label, who }]) => [
    key,
    label,
    conditionWords(who, policy),
  ])
  const own = Object.entries(policy.categories).map(([key, { label, bring }]) => [
    key,
    label,
    `要带：${bring.join('、') || '没有写'}`,
  ])
  return [
    `${name}（${policyKindWord[kind]}，${id}${district ? `，${district}` : ''}）`,
    `从 ${effectiveFrom} 开始，${until}`,
    `出处：${source}${sourceUrl ? `，${sourceUrl}` : ''}`,
    ...(own.length > 0 ? ['本区自定的类别', ...aligned(own, '  ')] : []),
    ...(named.length > 0 ? ['分组', ...aligned(named, '  ')] : []),
    ...(kindOf(kind)?.words(policy) ?? []),
    evidence === 'verified' ? '看过证件的才算；只是自己说的，先不给，写明还要看什么' : '自己说的也算',
    ...(Object.keys(settings).length > 0
      ? ['原文没有说、先这样定的', ...aligned(Object.entries(settings), '  ')]
      : ['没有写 settings：原文没有说而由您决定的事，请都写在那里']),
  ]
}

/** Which policy holds when, where several are for one place. */
export function chainWords(policies: readonly AnyPolicy[]): string[] {
  return chainsOf(policies)
    .filter((chain) => chain.length > 1)
    .flatMap((chain) => [
      `同一地方的${policyKindWord[chain[0]?.kind ?? 'meal']}政策依次是`,
      ...aligned(
        chain.map((one, place) => [
          one.effectiveFrom,
          '至',
          lastDay(one, chain[place + 1]) ?? '没有结束日期',
          one.id,
        ]),
        '  ',
      ),
    ])
}
