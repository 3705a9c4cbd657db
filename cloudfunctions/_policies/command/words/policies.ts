import { policyKindWord } from '#types/words/policies/kinds'
import { chainsOf, lastDay } from '../../../_domain/policies/checks/chain'
import type { Said } from '../../../_domain/policies/words/said'
import { policyTerms } from '../../../_domain/policies/words/terms'
import { aligned } from '../columns'
import type { AnyPolicy } from '../kinds'

/** What a policy says, for somebody who has to compare it with the paper. */
export function policyWords(policy: AnyPolicy): string[] {
  const { id, kind, name, effectiveFrom, effectiveTo, source, sourceUrl, district, settings } = policy
  const until = effectiveTo ? `到 ${effectiveTo}（当天也算）` : '一直到同一地方的下一份政策开始的前一天'
  return [
    `${name}（${policyKindWord[kind]}，${id}${district ? `，${district}` : ''}）`,
    `从 ${effectiveFrom} 开始，${until}`,
    `出处：${source}${sourceUrl ? `，${sourceUrl}` : ''}`,
    ...policyTerms(policy).flatMap(inColumns),
    ...(Object.keys(settings).length > 0 ? [] : ['没有写 settings：原文没有说而由您决定的事，请都写在那里']),
  ]
}

const inColumns = ({ line, code, after, rows }: Said): string[] => [
  `${line}${code === null ? '' : `（${code}）`}${after}`,
  ...aligned(
    rows.map(({ cells }) => cells),
    '  ',
  ),
]

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
