import { View } from '@tarojs/components'
import type { Circle, CircleMember } from '#types/people/circle'
import { relationWord } from '#types/words/people/circle/relations'
import { relationStateWord } from '#types/words/people/circle/states'
import { decisionWayWord } from '#types/words/people/privacy/decision-ways'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Lead, Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, monthAndDay, whenWord } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { scopeInWords } from '@/services/words'
import './index.scss'

interface Props {
  member: CircleMember
  onLetIn(): void
  onStop(): void
  onDeclined(circle: Circle): void
}

const letInWord = {
  asked: '同意',
  granted: '改一改',
  declined: '还是同意',
  revoked: '再同意一次',
  lapsed: '再同意一次',
} as const

/** Somebody near the elder: what they may do or want to, on whose word, and what can be changed. */
export function MemberCard({ member, onLetIn, onStop, onDeclined }: Props) {
  const decline = useAct('people.decline')
  const { name, relation, state, scopes, words, hasLeft = false } = member
  const who = `${relationWord[relation]}${name}`
  const canSayNo = state === 'asked' || state === 'granted'
  const sayNo = async () => {
    const circle = await decline.run({ memberId: member.id })
    if (circle) onDeclined(circle)
  }
  return (
    <Card>
      <View className="staff-column">
        <Lead>
          {relationWord[relation]} {name}
        </Lead>
        {canSayNo && <View>{scopes.map((scope) => scopeInWords(scope, '老人')).join('；')}</View>}
        {words && <Soft>“{words}”</Soft>}
        <Soft small>{sinceWords(member)}</Soft>
        {decline.trouble && <Notice>{decline.trouble}</Notice>}
        {!hasLeft && (
          <View className="staff-row">
            {canSayNo && (
              <View className="staff-row-one">
                <Button
                  kind="second"
                  label={`${state === 'asked' ? '不同意' : '收回'}：${who}`}
                  pending={decline.isPending}
                  onTap={() => (state === 'asked' ? void sayNo() : onStop())}
                >
                  {state === 'asked' ? '不同意' : '收回'}
                </Button>
              </View>
            )}
            <View className="staff-row-one">
              <Button
                kind={state === 'asked' ? 'pine' : 'second'}
                label={`${letInWord[state]}：${who}`}
                onTap={onLetIn}
              >
                {letInWord[state]}
              </Button>
            </View>
          </View>
        )}
      </View>
    </Card>
  )
}

function sinceWords({ state, granted, since, hasLeft }: CircleMember): string {
  if (hasLeft) return '自己收回了，不再办。要再办，请本人再请求一次'
  const day = monthAndDay(dateOf(since))
  if (state === 'asked') return `${whenWord(since, cloudNow())} 请求的`
  if (state === 'declined') return `${day}没有同意`
  if (state === 'revoked') return `${day}收回的`
  if (state === 'lapsed') return relationStateWord.lapsed
  if (!granted) return `${day}起`
  const seenBy = granted.witness ? `，${granted.witness}在场` : ''
  return `${monthAndDay(dateOf(granted.at))} ${granted.by}${decisionWayWord[granted.how]}同意${seenBy}`
}
