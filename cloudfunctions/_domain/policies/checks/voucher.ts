import type { Voucher, VoucherPolicy } from '#types/policies/care'
import { conditionsIn } from '../terms/conditions-in'
import { percentFor } from '../voucher/table'
import { conditionFaults, groupFaults } from './conditions'
import { type Fault, matrixFaults, repeatedFaults } from './faults'
import { sizeFaults } from './sizes'

/** What a schema alone cannot see in a voucher policy: names that lead nowhere, shares that are more than the bill. */
export function voucherFaults(policy: VoucherPolicy): Fault[] {
  const { vouchers } = policy
  return [
    ...groupFaults(policy),
    ...sizeFaults(policy.groups, conditionsIn(policy)),
    ...repeatedFaults(
      vouchers.map(({ rule }) => rule),
      (place) => ['vouchers', place, 'rule'],
    ),
    ...vouchers.flatMap((voucher, place) => [
      ...conditionFaults(voucher.who, policy, ['vouchers', place, 'who']),
      ...matrixFaults(voucher.monthlyCap, policy, ['vouchers', place, 'monthlyCap']),
      ...serviceFaults(voucher, policy, place),
    ]),
    ...sumFaults(policy),
  ]
}

function serviceFaults({ label, percent }: Voucher, { services }: VoucherPolicy, place: number): Fault[] {
  const path = ['vouchers', place, 'percent']
  if (typeof percent === 'number')
    return percent > 0
      ? []
      : [{ path, problem: `“${label}”抵扣百分之零，等于不抵扣。请写一个大于 0 的百分数，或者删去这一条。` }]
  const names = Object.keys(percent.byService)
  if (names.length === 0)
    return [
      {
        path: [...path, 'byService'],
        problem: `“${label}”没有写明抵扣哪些服务。请至少写一种服务的比例，或者直接写一个对所有服务都适用的百分数。`,
      },
    ]
  return names.flatMap((name) =>
    Object.hasOwn(services, name)
      ? []
      : [
          {
            path: [...path, 'byService', name],
            problem: `“${label}”写了服务“${name}”，可是没有这种服务。请在 services 里写明它叫什么，或者把名称改对。`,
          },
        ],
  )
}

/** Where rules add up, their shares of one kind of service have to stay within the bill. */
function sumFaults({ meet, vouchers, services }: VoucherPolicy): Fault[] {
  if (meet !== 'add' || vouchers.length < 2) return []
  const named = vouchers.flatMap(({ percent }) =>
    typeof percent === 'number' ? [] : Object.keys(percent.byService),
  )
  const kinds = [...new Set([...Object.keys(services), ...named])]
  const faulty = (kinds.length > 0 ? kinds : ['']).flatMap((kind) => {
    const sum =
      vouchers.reduce((total, voucher) => total + Math.round(percentFor(voucher, kind) * 100), 0) / 100
    return sum > 100 ? [{ kind, sum }] : []
  })
  return faulty.map(({ kind, sum }) => ({
    path: ['vouchers'],
    problem: `几条规则加起来，${kind ? `服务“${services[kind] ?? kind}”` : '各种服务'}要抵扣百分之 ${sum}，超过了账单。请把比例改小，或者把 meet 改成 highest（取最高的一条）。`,
  }))
}
