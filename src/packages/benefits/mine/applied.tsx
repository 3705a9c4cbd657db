import type { Application } from '#types/eligibility/applications'
import type { Applicable } from '#types/eligibility/entitlements'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Heading, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { answerBy, applicationTag, appliedWord, isAwaited } from '@/services/application-words'
import { longDate } from '@/services/dates'
import type { Whom } from '../apply/for-whom'
import { goApply } from './go-apply'

interface Props {
  applicable: readonly Applicable[]
  sent: readonly Application[]
  whom: Whom
}

/** What was asked for and how far it is; what else she can be recognised as. */
export function Applied({ applicable, sent, whom }: Props) {
  const { word, stationId } = whom
  const isOpen = ({ category }: Applicable) =>
    !sent.some((one) => one.category === category && (isAwaited(one.state) || one.state === 'returned'))
  const others = applicable.filter(isOpen)
  return (
    <>
      {sent.length > 0 && (
        <>
          <Heading>申请过的</Heading>
          <Card>
            {sent.map((one) => (
              <ListRow
                key={one.id}
                title={appliedWord(one)}
                hint={sentHint(one)}
                onTap={() => open('packages/benefits/application', { applicationId: one.id, stationId })}
              />
            ))}
          </Card>
        </>
      )}
      {others.length > 0 && (
        <>
          <Heading>还能申请</Heading>
          <Soft>{`有些补贴要先认定${word}属于哪一类。符合的，点进去办。`}</Soft>
          <Card>
            {others.map((one) => (
              <ListRow
                key={one.category}
                title={appliedWord(one)}
                hint={openHint(one)}
                onTap={() => goApply(one, whom)}
              />
            ))}
          </Card>
        </>
      )}
    </>
  )
}

const sentHint = (one: Application): string => {
  const { word } = applicationTag(one.state)
  return isAwaited(one.state) ? `${word}，${answerBy(one)}` : word
}

function openHint({ held, bring }: Applicable): string {
  if (held) return held.to ? `已经有了，到 ${longDate(held.to)}` : '已经有了，长期有效'
  return bring.length > 0 ? `要带：${bring.join('、')}` : '点进去看怎么办'
}
