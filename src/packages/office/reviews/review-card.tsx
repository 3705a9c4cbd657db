import { View } from '@tarojs/components'
import type { ReviewRow } from '#types/eligibility/applications'
import type { Me } from '#types/people'
import type { LocalDate } from '#types/values'
import { Card } from '@/components/card'
import { Tag, Tags } from '@/components/tag'
import { Lead, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { applicationTag, appliedWord, isAwaited } from '@/services/application-words'
import { dateOf, daysBetween, dayWord, monthAndDay } from '@/services/dates'
import { isReviewer } from '../for-reviewer'

interface Props {
  row: ReviewRow
  today: LocalDate
  me: Me
}

/** An application in the list: who, what, by when. */
export function ReviewCard({ row, today, me }: Props) {
  const { id, elderName, state, submittedAt, isOverdue } = row
  const sent = `${dayWord(dateOf(submittedAt), today)}交的`
  return (
    <Card
      kind={isOverdue ? 'alarm' : 'plain'}
      onTap={() => open('packages/office/review', { applicationId: id })}
    >
      <View className="review-row">
        <Lead>{`${elderName} · ${appliedWord(row)}`}</Lead>
        <Tags>
          {isAwaited(state) ? (
            <Due row={row} today={today} />
          ) : (
            <Tag kind={applicationTag(state).kind}>{applicationTag(state).word}</Tag>
          )}
        </Tags>
        <Soft small>{[sent, whoLooks(row, me)].filter(Boolean).join(' · ')}</Soft>
      </View>
    </Card>
  )
}

function whoLooks({ reviewer, state }: ReviewRow, me: Me): string {
  if (reviewer === null || state === 'withdrawn') return ''
  return `${isReviewer(reviewer, me) ? '您' : reviewer}${state === 'inReview' ? '在看' : '答复的'}`
}

function Due({ row: { dueOn, isOverdue }, today }: Pick<Props, 'row' | 'today'>) {
  if (isOverdue) return <Tag kind="bad">{`过期 ${daysBetween(dueOn, today)} 天`}</Tag>
  const left = daysBetween(today, dueOn)
  if (left <= 2) return <Tag kind="wait">{left === 0 ? '今天到期' : `还有 ${left} 天`}</Tag>
  return <Tag>{`${monthAndDay(dueOn)}前答复`}</Tag>
}
