import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RuleAnswer } from '#types/eligibility/entitlements'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Tag, Tags } from '@/components/tag'
import { Heading, Lead, Soft } from '@/components/text'
import { longDate } from '@/services/dates'
import { whenWords } from '@/services/gives-words'
import { answerSentence, givesSentence } from '@/services/reason-words'
import './index.scss'

interface Props {
  answers: readonly RuleAnswer[]
  /** 您, 妈妈 */
  elderWord: string
  /** Only what somebody said of themselves is known. */
  isLikely?: boolean
}

/** What somebody has a right to now, what is not known yet, and, behind a tap, what not now. */
export function Answers({ answers, elderWord, isLikely = false }: Props) {
  const [isOpen, setOpen] = useState(false)
  const now = answers.filter(({ answer, isTaken }) => answer === 'yes' && isTaken)
  const unknown = answers.filter(({ answer }) => answer === 'unknown')
  const others = answers.filter((one) => !now.includes(one) && !unknown.includes(one))
  if (answers.length === 0) {
    return <Empty icon="clipboard-list" title="这里还没有公布能享受什么" hint="可以打电话问一问驿站。" />
  }
  return (
    <>
      {now.length === 0 && <Soft>{nothingYet(unknown.length)}</Soft>}
      {now.length > 0 && <Heading>{isLikely ? '多半能享受' : '现在就能享受'}</Heading>}
      {now.map((one) => (
        <AnswerCard key={keyOf(one)} answer={one} elderWord={elderWord} isLikely={isLikely} />
      ))}
      {unknown.length > 0 && <Heading>还不知道</Heading>}
      {unknown.map((one) => (
        <AnswerCard key={keyOf(one)} answer={one} elderWord={elderWord} isLikely={isLikely} />
      ))}
      {others.length > 0 && !isOpen && (
        <Button kind="second" onTap={() => setOpen(true)}>
          {`现在还不能的，看一看（${others.length} 项）`}
        </Button>
      )}
      {others.length > 0 && isOpen && (
        <>
          <Heading>现在还不能</Heading>
          <Card>
            <View className="answer-list">
              {others.map((one) => (
                <View key={keyOf(one)} className="answer">
                  <Lead>{one.label}</Lead>
                  {one.answer === 'no' && (
                    <Soft>{`${givesSentence(one.gives, one.payer, elderWord)}。`}</Soft>
                  )}
                  <View>{answerSentence(one, elderWord)}</View>
                </View>
              ))}
            </View>
          </Card>
        </>
      )}
    </>
  )
}

const keyOf = ({ policyId, layer, rule }: RuleAnswer) => `${policyId} ${layer} ${rule}`

const nothingYet = (unknown: number): string =>
  unknown > 0
    ? '有几项还不知道，带上证件到驿站看一看就清楚了。'
    : '按现在知道的情况，还没有能享受的。情况变了再来看。'

interface CardProps {
  answer: RuleAnswer
  elderWord: string
  isLikely: boolean
}

/** One rule: how it stands, how much, for which meals, until when. */
function AnswerCard({ answer, elderWord, isLikely }: CardProps) {
  const { label, gives, payer, until } = answer
  const isYes = answer.answer === 'yes'
  const meals = gives.kind === 'meal' ? whenWords(gives.when) : ''
  return (
    <Card>
      <View className="answer">
        <Lead>{label}</Lead>
        <Tags>
          <Tag kind={isYes ? 'ok' : 'wait'}>{isYes ? (isLikely ? '多半能' : '能享受') : '还不知道'}</Tag>
        </Tags>
        {!isYes && <View>{`要是可以：${givesSentence(gives, payer, elderWord)}。`}</View>}
        <View>{answerSentence(answer, elderWord)}</View>
        {meals && <Soft>{`算哪些餐：${meals}。`}</Soft>}
        {until && <Soft>{`这项政策到 ${longDate(until)}为止。`}</Soft>}
      </View>
    </Card>
  )
}
