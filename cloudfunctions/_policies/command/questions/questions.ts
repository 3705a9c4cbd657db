import type { Condition } from '#types/policies/conditions'
import type { Fault } from '../../../_domain/policies/checks/faults'
import { conditionsIn } from '../../../_domain/policies/terms/conditions-in'
import { yuan } from '../../../_domain/policies/words/yuan'
import calendar from '../../calendar.json'
import type { AnyPolicy } from '../kinds'
import { ageHoles } from './age-holes'
import { type Bound, bounds } from './bounds'
import { figuresOf } from './figures'
import { neverReached } from './never-reached'

/** What may be right and should be looked at: asked back, never refused. */
export const questionsOf = (policy: AnyPolicy): Fault[] => [
  ...unusualFigures(policy),
  ...neverReached(policy),
  ...ageHoles(policy),
  ...aloneQuestions(policy),
  ...calendarQuestions(policy),
]

function unusualFigures(policy: AnyPolicy): Fault[] {
  return figuresOf(policy).flatMap(({ path, value, bound }) => {
    const usual: Bound = bounds[bound]
    if (usual.low <= value && value <= usual.high) return []
    const often = `${usual.what}一般在 ${shown(usual.low, usual)}到 ${shown(usual.high, usual)}之间`
    const problem = `这里写的 ${value} 是 ${shown(value, usual)}，${often}。真的是这个数吗？${hints[usual.unit]}`
    return [{ path, problem }]
  })
}

const hints: Record<Bound['unit'], string> = {
  fen: '金额的单位是分，5 元写 500。是的话不用改。',
  minutes: '时间的单位是分钟，8 小时写 480。是的话不用改。',
  percent: '百分之几就写几，四分之一写 25，不写 0.25。是的话不用改。',
}

function shown(value: number, { unit }: Bound): string {
  if (unit === 'fen') return yuan(value)
  return unit === 'percent' ? `${value}%` : `${Math.round((value / 60) * 100) / 100} 小时`
}

/** A category that somebody certifies, and whom somebody lives with, are two things with nearly the same name. */
function aloneQuestions(policy: AnyPolicy): Fault[] {
  const placed = [
    ...Object.entries(policy.groups).map(([name, { who }]) => ({ path: ['groups', name, 'who'], who })),
    ...conditionsIn(policy),
  ]
  const first = (isMeant: (one: Condition) => boolean) =>
    placed.find(({ who }) => withInner(who).some(isMeant))
  const byCategory = first(({ category }) => category?.includes('livingAlone') ?? false)
  const byLiving = first(({ living }) => living?.length === 1 && living[0] === 'alone')
  return [
    ...(byCategory
      ? [
          {
            path: byCategory.path,
            problem:
              '这里用的是身份类别 livingAlone（独居）：要由社区或民政认定过的才算。如果原文只是说“一个人住”，请改用 "living": ["alone"]。是的话不用改。',
          },
        ]
      : []),
    ...(byLiving
      ? [
          {
            path: byLiving.path,
            problem:
              '这里用的是 "living": ["alone"]：登记的居住状况是一个人住就算。如果原文要求认定为独居老人，请改用 "category": ["livingAlone"]。是的话不用改。',
          },
        ]
      : []),
  ]
}

const withInner = (one: Condition): Condition[] => [
  one,
  ...[...(one.all ?? []), ...(one.any ?? []), ...(one.not ? [one.not] : [])].flatMap(withInner),
]

function calendarQuestions(policy: AnyPolicy): Fault[] {
  const { settings, ...rules } = policy
  if (!/"(days|byDay)":/.test(JSON.stringify(rules))) return []
  const { effectiveFrom, effectiveTo } = policy
  const beyond = [
    effectiveFrom < calendar.from && `${calendar.from} 以前`,
    (effectiveTo === null || effectiveTo > calendar.arrangedUntil) && `${calendar.arrangedUntil} 以后`,
  ].filter((part) => typeof part === 'string')
  if (beyond.length === 0) return []
  return [
    {
      path: [],
      problem: `这份政策分工作日和休息日，可是 calendar.json 里没有 ${beyond.join('和 ')}的放假安排；那些日子先按法定节假日和星期几算。`,
    },
  ]
}
