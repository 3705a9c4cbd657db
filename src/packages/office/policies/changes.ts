import type { PolicyReading } from '#types/eligibility'
import { policyKindWord } from '#types/words/policies/kinds'
import { longDate } from '@/services/dates'

/** What will be otherwise once a policy is stored, a sentence each. */
export const changes = ({ policy, before, next }: PolicyReading): string[] => [
  `从${longDate(policy.effectiveFrom)}起，${policyKindWord[policy.kind]}照这一份算。`,
  beforeWords(before),
  untilWords(policy, next),
  ...(policy.kind === 'meal' ? ['已经订好的餐不变，还照订的时候那一份算。'] : []),
]

function beforeWords(before: PolicyReading['before']): string {
  if (!before) return '在它前面没有同一类的政策。'
  const { name, lastDay, lastDayNow } = before
  const until = longDate(lastDay)
  if (lastDayNow === lastDay) return `它接着“${name}”，那一份本来就到${until}为止。`
  const now = lastDayNow === null ? '现在没有定到哪一天' : `现在写的是到${longDate(lastDayNow)}`
  return `它接着“${name}”。那一份${now}，存好以后就到${until}为止。`
}

function untilWords({ lastDay }: PolicyReading['policy'], next: PolicyReading['next']): string {
  if (lastDay === null) return '没有定到哪一天：一直用到同一类的下一份开始的前一天。'
  const until = `用到${longDate(lastDay)}为止，那一天也算`
  return next
    ? `${until}；后面已经存了一份“${next.name}”，从${longDate(next.effectiveFrom)}开始。`
    : `${until}。在那以后，没有再加一份，就没有这一类的政策了。`
}
