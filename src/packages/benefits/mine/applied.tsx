import type { Application } from '#types/eligibility/applications'
import type { Applicable } from '#types/eligibility/entitlements'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { Heading, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { answerBy, applicationTag, appliedWord, isAwaited, isHeld } from '@/services/application-words'
import { longDate } from '@/services/dates'
import type { Whom } from '../apply/for-whom'
import { goApply } from './go-apply'

interface Props {
  applicable: readonly Applicable[]
  sent: readonly Application[]
  whom: Whom
  /** Whether what she was recognised as does not count now: her id number has to be looked at again. */
  isPaused: boolean
}

/** What was asked for and how far it is; what else she can be recognised as. */
export function Applied({ applicable, sent, whom, isPaused }: Props) {
  const { word, stationId } = whom
  const isOpen = ({ category }: Applicable) =>
    !sent.some(
      (one) =>
        one.category === category &&
        (isAwaited(one.state) || one.state === 'returned' || (isPaused && one.state === 'approved')),
    )
  const held = applicable.filter(isHeld)
  const others = applicable.filter((one) => isOpen(one) && !isHeld(one))
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
                hint={sentHint(one, isPaused)}
                onTap={() => open('packages/benefits/application', { applicationId: one.id, stationId })}
              />
            ))}
          </Card>
        </>
      )}
      {held.length > 0 && (
        <>
          <Heading>已经认定的</Heading>
          <Card>
            <Facts rows={held.map((one) => ({ name: appliedWord(one), value: untilHeld(one) }))} />
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

const sentHint = (one: Application, isPaused: boolean): string => {
  if (isPaused && one.state === 'approved') return '认定过，补上身份证号以后接着算'
  const { word } = applicationTag(one.state)
  return isAwaited(one.state) ? `${word}，${answerBy(one)}` : word
}

const untilHeld = ({ held }: Applicable): string => (held?.to ? `到 ${longDate(held.to)}` : '长期有效')

function openHint(one: Applicable): string {
  const { held, bring } = one
  if (held) return `快到期了，${untilHeld(one)}`
  return bring.length > 0 ? `要带：${bring.join('、')}` : '点进去看怎么办'
}
