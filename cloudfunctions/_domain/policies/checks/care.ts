import type { CarePolicy } from '#types/policies/care'
import { conditionsIn } from '../terms/conditions-in'
import { catalogueFaults } from './care-catalogue'
import { conditionFaults, groupFaults } from './conditions'
import { type Fault, matrixFaults, repeatedFaults } from './faults'
import { sizeFaults } from './sizes'

/** What a schema alone cannot see in a care policy: names that lead nowhere, figures that contradict each other. */
export function careFaults(policy: CarePolicy): Fault[] {
  const { allowances, catalogue } = policy
  return [
    ...groupFaults(policy),
    ...sizeFaults(policy.groups, conditionsIn(policy)),
    ...repeatedFaults(
      allowances.map(({ rule }) => rule),
      (place) => ['allowances', place, 'rule'],
    ),
    ...allowances.flatMap((allowance, place) => [
      ...conditionFaults(allowance.who, policy, ['allowances', place, 'who']),
      ...matrixFaults(allowance.minutes, policy, ['allowances', place, 'minutes']),
      ...matrixFaults(allowance.amount, policy, ['allowances', place, 'amount']),
    ]),
    ...countFaults(policy),
    ...catalogue.flatMap((item, place) => conditionFaults(item.who, policy, ['catalogue', place, 'who'])),
    ...catalogueFaults(policy),
  ]
}

/** Minutes and sums do not mix, and a cap has to be in what the policy counts. */
function countFaults({ allowances, hourPrice, yearly, sample }: CarePolicy): Fault[] {
  const faults: Fault[] = []
  const inMinutes = allowances.filter(({ minutes }) => minutes !== undefined).length
  if (inMinutes > 0 && inMinutes < allowances.length)
    faults.push({
      path: ['allowances'],
      problem: '有的额度写的是分钟数，有的写的是金额。请在一份政策里只用一种，另一种另写一份政策。',
    })
  if (yearly && yearly.minutes === undefined && yearly.amount === undefined)
    faults.push({
      path: ['yearly'],
      problem: '写了全年上限，却没有数。请写 minutes（分钟）或 amount（分），没有上限就写 null。',
    })
  if (yearly?.minutes !== undefined && inMinutes === 0)
    faults.push({
      path: ['yearly', 'minutes'],
      problem: '额度是金额，全年上限却写成了分钟。请改用 amount（分）写全年上限。',
    })
  if (yearly?.amount !== undefined && inMinutes > 0 && hourPrice === null)
    faults.push({
      path: ['hourPrice'],
      problem:
        '全年上限写的是金额，额度写的是分钟，没有每小时的价钱就算不出来。请补上 hourPrice（每小时多少分）。',
    })
  if (hourPrice === 0)
    faults.push({
      path: ['hourPrice'],
      problem: '每小时的价钱写成了 0。不按小时计价就写 null，否则请写每小时多少分。',
    })
  if (sample.percent === 0)
    faults.push({
      path: ['sample', 'percent'],
      problem: '抽查比例写成了 0，等于不抽查。请写一个大于 0 的百分数。',
    })
  return faults
}
