import type { CarePolicy, CatalogueItem } from '#types/policies/care'
import { type Fault, repeatedFaults } from './faults'

/** Items of a class that is not there, without a length or a notice that their kind needs, or named twice. */
export function catalogueFaults(policy: CarePolicy): Fault[] {
  const { catalogue } = policy
  return [
    ...repeatedFaults(
      catalogue.map(({ item }) => item),
      (place) => ['catalogue', place, 'item'],
    ),
    ...catalogue.flatMap((item, place) => itemFaults(item, policy, place)),
  ]
}

function itemFaults(
  { label, class: name, kind, minutes, notice }: CatalogueItem,
  { classes, weekly, notice: ofPolicy }: CarePolicy,
  place: number,
): Fault[] {
  const faults: Fault[] = []
  const add = (key: string, problem: string) => faults.push({ path: ['catalogue', place, key], problem })
  if (!Object.hasOwn(classes, name))
    add(
      'class',
      `项目“${label}”属于“${name}”类，可是没有这一类。请在 classes 里写明这一类叫什么，或者把类名改对。`,
    )
  if (kind === 'appointment' && !notice && !ofPolicy)
    add('notice', `项目“${label}”要预约，却没有写提前几天。请在 notice 里写明手机和电话各提前几天。`)
  if (kind === 'regular' && minutes === null && !weekly)
    add(
      'minutes',
      `项目“${label}”是每周的固定项目，却不知道要多久。请写明 minutes，或者在 weekly 里写明每周合计多少分钟。`,
    )
  if (kind === 'regular' && minutes !== null && weekly && minutes > weekly.minutes)
    add(
      'minutes',
      `项目“${label}”一次要 ${minutes} 分钟，比每周合计的 ${weekly.minutes} 分钟还多。请改小，或者改大 weekly 里的合计。`,
    )
  return faults
}
