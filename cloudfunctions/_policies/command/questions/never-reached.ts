import type { Condition } from '#types/policies/conditions'
import type { Fault } from '../../../_domain/policies/checks/faults'
import { possiblePersons } from '../../../_domain/policies/checks/possible-persons'
import { compileCondition, groundOf } from '../../../_domain/policies/terms/conditions'
import { conditionsIn } from '../../../_domain/policies/terms/conditions-in'
import type { Situation } from '../../../_domain/policies/terms/person'
import { YES } from '../../../_domain/policies/terms/truth'
import type { AnyPolicy } from '../kinds'
import { type ListedRule, type RuleList, ruleLists } from './rule-lists'

/** More persons than this are not looked through: it is only a question. */
const MOST = 20_000

/** Rules of which an earlier one always counts instead, and rows of a table for nobody whom the rule is for. */
export function neverReached(policy: AnyPolicy): Fault[] {
  const lists = ruleLists(policy)
  const hasWork = lists.some(({ meet, rules }) =>
    rules.some(({ matrix }) => matrix || (meet === 'first' && rules.length > 1)),
  )
  if (!hasWork) return []
  const conditions = [...Object.values(policy.groups), ...conditionsIn(policy)].map(({ who }) => who)
  const persons = possiblePersons(conditions, false)
  if (persons === null || persons.length > MOST) return []
  const ground = groundOf(policy)
  const fits = (who: Condition) => {
    const test = compileCondition(who, ground)
    return (person: Situation) => test(person) === YES
  }
  return lists.flatMap((list) => [
    ...covered(list, persons, fits),
    ...list.rules.flatMap((rule) => emptyRows(rule, persons, fits)),
  ])
}

type Fits = (who: Condition) => (person: Situation) => boolean

function covered({ meet, rules }: RuleList, persons: readonly Situation[], fits: Fits): Fault[] {
  if (meet !== 'first') return []
  return rules.flatMap((rule, place) => {
    const before = rules.slice(0, place).filter((one) => one.isPlain && isForAsMany(one, rule))
    const [own, earlier] = [fits(rule.who), before.map(({ who }) => fits(who))]
    const reached = persons.filter(own)
    if (reached.length === 0 || !reached.every((person) => earlier.some((one) => one(person)))) return []
    const names = before.filter((_, nth) => reached.some((person) => earlier[nth]?.(person)))
    return [
      {
        path: [...rule.path, 'rule'],
        problem: `“${rule.rule}”好像永远用不上：这一层只算写在前面的一条（first），符合它的人都先符合前面的${names.map((one) => `“${one.rule}”`).join('、')}。是不是应该把它移到前面，或者条件写错了？`,
      },
    ]
  })
}

/** The earlier one is for every meal that the later one is for. */
const isForAsMany = ({ when }: ListedRule, later: ListedRule): boolean =>
  Object.entries(when).every(
    ([key, value]) =>
      value === undefined || JSON.stringify(value) === JSON.stringify(later.when[key as keyof typeof when]),
  )

function emptyRows({ rule, who, matrix }: ListedRule, persons: readonly Situation[], fits: Fits): Fault[] {
  if (!matrix) return []
  let rest = persons.filter(fits(who))
  return matrix.groups.flatMap((group, row) => {
    const inGroup = fits({ group: [group] })
    const isReached = rest.some(inGroup)
    rest = rest.filter((person) => !inGroup(person))
    if (isReached) return []
    return [
      {
        path: [...matrix.path, row, 'group'],
        problem: `“${group}”这一行好像永远用不上：规则“${rule}”的 who 里没有人属于这个分组，或者他们都先属于上面的一行。请对一下 who 和表里的分组。`,
      },
    ]
  })
}
