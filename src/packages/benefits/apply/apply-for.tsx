import type { Category } from '#types/people/categories'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { replaceBy } from '@/platform/navigation'
import { appliedWord, isAwaited } from '@/services/application-words'
import { useApplications } from '@/services/use-applications'
import { useEntitlements } from '@/services/use-entitlements'
import { both, useCloud } from '@/services/use-loaded'
import type { Whom } from './for-whom'
import { Steps } from './steps'

interface Props {
  whom: Whom
  category: Category
  label: string | undefined
}

/** What the district wants to see for this category, and whether somebody applied for it already. */
export function ApplyFor({ whom, category, label }: Props) {
  const { elderId, stationId } = whom
  const entitlements = useEntitlements(elderId)
  const applications = useApplications(elderId)
  const word = appliedWord({ category, label: label ?? null })
  const frame = { title: `申请${word}`, dense: stationId !== undefined }
  const held = useCloud('eligibility.isHeld', { elderId, category })
  const load = both(both(entitlements, applications), held)
  if (load.state !== 'ready') return <PageFrame {...frame} load={load} />
  const [[{ applicable }, earlier], { isHeld }] = load.data
  const offered = applicable.find((one) => one.category === category)
  const last = earlier.find((one) => one.category === category)
  if (last && isAwaited(last.state)) {
    return (
      <PageFrame {...frame}>
        <Empty icon="clock" title="已经交上去了，正在办" hint="不用再交一次。办到哪一步了，随时能看。">
          <Button
            onTap={() => replaceBy('packages/benefits/application', { applicationId: last.id, stationId })}
          >
            看看办到哪一步了
          </Button>
        </Empty>
      </PageFrame>
    )
  }
  if (isHeld) {
    return (
      <PageFrame {...frame}>
        <Empty
          icon="circle-check-big"
          title="已经认定过了，不用再申请"
          hint="现在还管用，不用拍材料。有期限的，快到期的时候再来续办。"
        >
          <Button onTap={() => replaceBy('packages/benefits/mine', { elderId, stationId })}>
            看看能享受什么
          </Button>
        </Empty>
      </PageFrame>
    )
  }
  if (!offered) {
    return (
      <PageFrame {...frame}>
        <Empty
          icon="info"
          title="这里现在没有这一类"
          hint="这个区暂时没有用到这一类的补贴。想问清楚，可以打电话给驿站。"
        />
      </PageFrame>
    )
  }
  return (
    <Steps
      key={`${elderId} ${category}`}
      whom={whom}
      offered={offered}
      word={offered.label ?? word}
      returned={last?.state === 'returned' ? last : null}
    />
  )
}
