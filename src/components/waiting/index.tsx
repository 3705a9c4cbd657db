import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Me } from '#types/people'
import { relationWord } from '#types/words/people/circle/relations'
import { relationStateWord } from '#types/words/people/circle/states'
import { roleWord } from '#types/words/roles'
import { registeredKin } from '@/services/registered-kin'
import { membershipTag, type StateWord } from '@/services/words'
import { Card } from '../card'
import { ListRow } from '../list-row'
import { Tag, Tags } from '../tag'
import { Heading } from '../text'
import { Asking } from './asking'
import './index.scss'

type Asked = Me['asked'][number]

/** What the one who asked is told. 已收回 would leave open from whom, so that is said to them. */
const answers: Partial<Record<Asked['state'], StateWord>> = {
  asked: { word: relationStateWord.asked, kind: 'wait' },
  declined: { word: relationStateWord.declined, kind: 'plain' },
  revoked: { word: '不再让您办了', kind: 'plain' },
  lapsed: { word: `${relationStateWord.lapsed}，可以再请求一次`, kind: 'plain' },
}

interface Props extends Pick<Me, 'asked' | 'joining'> {
  /** Something was taken back here. */
  onChanged?(): void
}

/** What somebody asked for, and work they accepted: how far it has come. Nothing when nothing is under way. */
export function Waiting({ asked, joining, onChanged }: Props) {
  const [openedId, setOpened] = useState<string | null>(null)
  const typed = registeredKin()
  const kinOf = (elderId: string) => typed.find((kin) => kin.elderId === elderId)
  const answered = asked.flatMap((one) => {
    const answer = answers[one.state]
    return answer ? [{ one, answer }] : []
  })
  if (answered.length === 0 && joining.length === 0) return null
  const opened = asked.find(({ elderId, state }) => elderId === openedId && state === 'asked')
  return (
    <>
      <Heading>办到哪一步了</Heading>
      <Card>
        <View className="waiting">
          {answered.map(({ one, answer }) => {
            const { elderId, relation, state } = one
            const name = kinOf(elderId)?.name ?? one.name
            const title = `替${name}办（您是${relationWord[relation]}）`
            return state === 'asked' ? (
              <ListRow
                key={elderId}
                title={title}
                hint={`${answer.word}，点开看怎么办`}
                onTap={() => setOpened(elderId)}
              />
            ) : (
              <Line key={elderId} title={title} answer={answer} />
            )
          })}
          {joining.map(({ role, orgName, state }) => (
            <Line
              key={`${role} ${orgName}`}
              title={`${orgName}${roleWord[role]}`}
              answer={membershipTag(state)}
            />
          ))}
        </View>
      </Card>
      {opened && (
        <Asking
          asked={opened}
          kin={kinOf(opened.elderId)}
          onClose={() => setOpened(null)}
          onTakenBack={() => {
            setOpened(null)
            onChanged?.()
          }}
        />
      )}
    </>
  )
}

function Line({ title, answer: { word, kind } }: { title: string; answer: StateWord }) {
  return (
    <View>
      <View className="strong">{title}</View>
      <Tags>
        <Tag kind={kind}>{word}</Tag>
      </Tags>
    </View>
  )
}
