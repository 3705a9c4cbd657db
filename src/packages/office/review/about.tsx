import { View } from '@tarojs/components'
import type { Application } from '#types/eligibility/applications'
import { channelWord } from '#types/words/channels'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Notice } from '@/components/notice'
import { Tag, Tags } from '@/components/tag'
import { Title } from '@/components/text'
import { answerBy, applicationTag, appliedWord, isAwaited } from '@/services/application-words'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { actorWord } from '@/services/words'

/** What each state of a review is given. */
export interface ReviewProps {
  title: string
  application: Application
  onChange(application: Application): void
  /** Somebody else was quicker. */
  onOutdated(): void
}

/** Who asks for what, with which papers. */
export function About({ application }: { application: Application }) {
  const { elderName, state, by, submittedAt, documents, lacking, note, history } = application
  const { word, kind } = applicationTag(state)
  const returns = history.filter((entry) => entry.state === 'returned').length
  return (
    <>
      <Title>{`${elderName} · ${appliedWord(application)}`}</Title>
      <Tags>
        <Tag kind={kind}>{word}</Tag>
        {isAwaited(state) && (
          <Tag kind={application.isOverdue ? 'bad' : 'plain'}>{answerBy(application)}</Tag>
        )}
        {returns > 0 && <Tag>{`退回过 ${returns} 次`}</Tag>}
      </Tags>
      <Card>
        <View className="review-part">
          <Facts
            rows={[
              { name: '谁交的', value: `${actorWord(by)}，${channelWord[by.channel]}` },
              { name: '什么时候', value: whenWord(submittedAt, cloudNow()) },
              { name: '照片', value: documents.map(({ label }) => label).join('、') || '没有' },
            ]}
          />
          {isAwaited(state) && lacking.length > 0 && (
            <Notice kind="warn">{`还缺：${lacking.join('、')}`}</Notice>
          )}
          {note && <View>{`附的话：${note}`}</View>}
        </View>
      </Card>
    </>
  )
}
