import { View } from '@tarojs/components'
import type { Application } from '#types/eligibility/applications'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { goBack } from '@/platform/navigation'
import { spanWord } from '@/services/application-words'
import { About, type ReviewProps } from './about'

/** It was answered, taken back, or somebody else looks at it: nothing is left to do here. */
export function Decided({ title, application }: ReviewProps) {
  const words = answerWords(application)
  return (
    <PageFrame title={title} dense action={<Button onTap={goBack}>回到申请列表</Button>}>
      <About application={application} />
      {application.state === 'inReview' ? (
        <Notice kind="info">{`${application.reviewer ?? '一位同事'}正在看这一份，不用再看。`}</Notice>
      ) : (
        <Card>
          <View className="review-part">
            {words.map((line) => (
              <View key={line}>{line}</View>
            ))}
          </View>
        </Card>
      )}
    </PageFrame>
  )
}

function answerWords({ state, reviewer, from, to, missing, reason }: Application): string[] {
  if (state === 'withdrawn') return ['申请的人自己撤回了。']
  const by = reviewer ? `${reviewer}答复的。` : ''
  if (state === 'approved' && from) return [`通过了，${spanWord(from, to)}。`, by].filter(Boolean)
  return [...missing.map((one) => `缺：${one}`), reason ?? '', by].filter(Boolean)
}
