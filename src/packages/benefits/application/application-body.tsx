import { View } from '@tarojs/components'
import type { Application } from '#types/eligibility/applications'
import type { Me } from '#types/people'
import type { ApplicationState } from '#types/states'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Notice } from '@/components/notice'
import { ProgressInWords } from '@/components/progress/in-words'
import { Heading, Soft, Title } from '@/components/text'
import { answerBy, appliedWord, isAwaited, spanWord } from '@/services/application-words'
import { cloudNow } from '@/services/clock'
import { whoseRecord } from '@/services/person'
import { byWord, callWord, nameInFull } from '@/services/words'
import { RefusedPhotos } from './refused-photos'
import { stepsOf } from './steps-of'
import { Withdraw } from './withdraw'
import './index.scss'

interface Props {
  me: Me
  application: Application
  mayWithdraw: boolean
  onChange(application: Application): void
}

export function ApplicationBody({ me, application, mayWithdraw, onChange }: Props) {
  const { state, elderId, elderName, documents, note, by, reason, missing, from, to, objection } = application
  const elder = whoseRecord(me.elders, elderId)
  const who = elder ? callWord(elder) : elderName
  return (
    <>
      <Title>{news[state]}</Title>
      {isAwaited(state) &&
        (application.isOverdue ? (
          <Notice>{`${answerBy(application)}。可以打电话给驿站，请他们帮着问一问。`}</Notice>
        ) : (
          <View className="strong">{`${answerBy(application)}。`}</View>
        ))}
      <RefusedPhotos application={application} mayWithdraw={mayWithdraw} />
      {state === 'approved' && from && (
        <Notice kind="ok">{`${spanWord(from, to)}，${who}都算“${appliedWord(application)}”。`}</Notice>
      )}
      {state === 'returned' && (
        <Card kind="warn">
          <View className="application-part">
            <Heading>还缺这些</Heading>
            {missing.map((one) => (
              <View key={one} className="strong">{`· ${one}`}</View>
            ))}
            {reason && <View>{reason}</View>}
          </View>
        </Card>
      )}
      {state === 'refused' && (
        <>
          <Card kind="warn">
            <View className="application-part">
              <Heading>为什么</Heading>
              <View>{reason ?? '没有写原因，可以打电话问驿站。'}</View>
            </View>
          </Card>
          {objection && (
            <Card>
              <View className="application-part">
                <Heading>不同意这个答复，怎么办？</Heading>
                <View>{objection}</View>
              </View>
            </Card>
          )}
        </>
      )}
      <Card>
        <ProgressInWords label="办到哪一步了" steps={stepsOf(application, me, cloudNow())} />
      </Card>
      <Card>
        <View className="application-part">
          <Facts
            rows={[
              { name: '给谁申请', value: elder ? nameInFull(elder) : elderName },
              { name: '认定什么', value: appliedWord(application) },
              { name: '谁交的', value: byWord(by, me) },
              { name: '交了什么', value: papersWord(documents) },
            ]}
          />
          {note && <Soft>{`附的话：${note}`}</Soft>}
        </View>
      </Card>
      {mayWithdraw && <Withdraw application={application} who={who} onWithdrawn={onChange} />}
    </>
  )
}

const news: Record<ApplicationState, string> = {
  submitted: '交上去了，等人看材料',
  inReview: '有人正在看材料',
  returned: '还缺材料，补上就行',
  approved: '通过了',
  refused: '这一次没有通过',
  withdrawn: '这次申请撤回了',
}

/** 身份证、低保证 2 张 */
function papersWord(documents: Application['documents']): string {
  const labels = documents.map(({ label }) => label)
  const words = [...new Set(labels)].map((label) => {
    const count = labels.filter((one) => one === label).length
    return count > 1 ? `${label} ${count} 张` : label
  })
  return words.join('、') || '没有照片'
}
