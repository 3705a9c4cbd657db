import { View } from '@tarojs/components'
import type { CircleMember } from '#types/people/circle'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { ListRow } from '@/components/list-row'
import { Lead, Soft } from '@/components/text'
import { scopeInWords } from '@/services/words'
import { grantedWord, memberName } from './wording'

interface Props {
  member: CircleMember
  who: string
  myName: string | null
  onChange(): void
  onStop(): void
}

/** Somebody who may act: what, since when, and how that was agreed. */
export function MemberCard({ member, who, myName, onChange, onStop }: Props) {
  return (
    <Card>
      <View className="circle-card">
        <Lead>{memberName(member)}</Lead>
        {member.scopes.map((scope) => (
          <View key={scope} className="circle-scope">
            <Icon name="check" size={24} />
            <View className="circle-scope-words">{scopeInWords(scope, who)}</View>
          </View>
        ))}
        {member.granted && <Soft small>{grantedWord(member, myName)}</Soft>}
        {member.relation !== 'guardian' && (
          <ListRow title="改一改能办什么" label={`改一改能办什么：${member.name}`} onTap={onChange} />
        )}
        <Button kind="second" onTap={onStop}>{`不再让${member.name}办`}</Button>
      </View>
    </Card>
  )
}
