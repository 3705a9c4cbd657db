import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Instant } from '#types/values'
import { relationWord } from '#types/words/people/circle/relations'
import { aria } from '@/components/aria'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PageFrame } from '@/components/page-frame'
import { ShareButton } from '@/components/share-button'
import { Soft, Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { untilWord } from '@/services/dates'
import type { Kin } from '@/services/words'

/** An invitation that can be passed on. */
export interface CodeMade {
  code: string
  expiresAt: Instant
  relation: Kin
}

interface CodeProps extends CodeMade {
  /** What can be done with it besides. */
  children?: ReactNode
}

/** The code as it is read out on the telephone, and how the other one uses it. */
export function Code({ code, expiresAt, relation, children }: CodeProps) {
  const until = untilWord(expiresAt, cloudNow())
  return (
    <Card>
      <View className="circle-card">
        <Soft>给{relationWord[relation]}的邀请码</Soft>
        <View className="circle-code" {...aria({ role: 'img', label: `邀请码 ${code.split('').join(' ')}` })}>
          <View>{code.slice(0, 4)}</View>
          <View>{code.slice(4)}</View>
        </View>
        <Soft>{until}有效，只能用一次。</Soft>
        {children}
      </View>
    </Card>
  )
}

interface Props {
  made: CodeMade
  onDone(): void
}

export function CodeIsMade({ made, onDone }: Props) {
  const kin = relationWord[made.relation]
  return (
    <PageFrame
      title="请家人来帮忙"
      action={
        <ShareButton
          to={kin}
          card={{
            title: '请您帮我在银龄驿办事',
            page: 'packages/family/join',
            params: { code: made.code },
          }}
          text={`请打开小程序“银龄驿”，点“我的”，再点“我有邀请码”，填 ${made.code}，就能帮我办事。`}
        />
      }
      second={
        <Button kind="second" onTap={onDone}>
          好了
        </Button>
      }
    >
      <Title>把这八个数字告诉{kin}</Title>
      <Code {...made} />
      <View>打个电话念一遍，或者用微信发过去，都行。</View>
      <Card>
        <View>请{kin}打开银龄驿，点“我的”，再点“我有邀请码”，填上这八个数字。</View>
      </Card>
      <Soft>不认识的人要这个码，千万不要给。</Soft>
    </PageFrame>
  )
}
