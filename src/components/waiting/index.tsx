import { View } from '@tarojs/components'
import type { Me } from '#types/people'
import { relationWord } from '#types/words/people/circle/relations'
import { relationStateWord } from '#types/words/people/circle/states'
import { roleWord } from '#types/words/roles'
import { registeredKin } from '@/services/registered-kin'
import { membershipTag, type StateWord } from '@/services/words'
import { Card } from '../card'
import { Tag, Tags } from '../tag'
import { Heading } from '../text'
import './index.scss'

type Asked = Me['asked'][number]

/** What the one who asked is told. 已收回 would leave open from whom, so that is said to them. */
const answers: Partial<Record<Asked['state'], StateWord>> = {
  asked: { word: relationStateWord.asked, kind: 'wait' },
  declined: { word: relationStateWord.declined, kind: 'plain' },
  revoked: { word: '不再让您办了', kind: 'plain' },
}

/** What somebody asked for, and work they accepted: how far it has come. Nothing when nothing is under way. */
export function Waiting({ asked, joining }: Pick<Me, 'asked' | 'joining'>) {
  const typed = registeredKin()
  const lines = [
    ...asked.flatMap(({ elderId, name, relation, state }) => {
      const answer = answers[state]
      return answer
        ? [
            {
              key: elderId,
              title: `替${typed.find((kin) => kin.elderId === elderId)?.name ?? name}办（您是${relationWord[relation]}）`,
              ...answer,
            },
          ]
        : []
    }),
    ...joining.map(({ role, orgName, state }) => ({
      key: `${role} ${orgName}`,
      title: `${orgName}${roleWord[role]}`,
      ...membershipTag(state),
    })),
  ]
  if (lines.length === 0) return null
  return (
    <>
      <Heading>办到哪一步了</Heading>
      <Card>
        <View className="waiting">
          {lines.map(({ key, title, word, kind }) => (
            <View key={key}>
              <View className="strong">{title}</View>
              <Tags>
                <Tag kind={kind}>{word}</Tag>
              </Tags>
            </View>
          ))}
        </View>
      </Card>
    </>
  )
}
