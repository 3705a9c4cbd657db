import { View } from '@tarojs/components'
import type { Circle, CircleMember } from '#types/people/circle'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { LongList } from '@/components/long-list'
import { Heading, Soft } from '@/components/text'
import { alikeWord } from './alike'
import { AskCard } from './ask-card'
import { DeclineRest } from './decline-rest'
import { MemberCard } from './member-card'
import { MoreAsks } from './more-asks'
import { OpenCode } from './open-code'
import { memberName } from './wording'

interface Props {
  circle: Circle
  who: string
  myName: string | null
  onAnswered(circle: Circle): void
  /** The circle with the next ones who ask. */
  onMore(circle: Circle): void
  onChange(member: CircleMember): void
  onStop(member: CircleMember): void
}

/** First who waits for an answer, then who may act, what is still under way, who may no longer, and who went themselves. */
export function People({ circle, who, myName, onAnswered, onMore, onChange, onStop }: Props) {
  const asking = circle.members.filter(({ state }) => state === 'asked')
  const inside = circle.members.filter(({ state }) => state === 'granted')
  const outside = circle.members.filter(isOutside)
  const left = circle.members.filter(({ hasLeft }) => hasLeft)
  return (
    <>
      {asking.length > 0 && (
        <Heading>{circle.waiting > 1 ? `等您答应，一共 ${circle.waiting} 个` : '等您答应'}</Heading>
      )}
      <LongList items={asking} size={3} after={circle.next && <MoreAsks circle={circle} onMore={onMore} />}>
        {(member) => (
          <AskCard
            key={member.id}
            member={member}
            alike={alikeWord(member, circle.members)}
            who={who}
            onAnswered={onAnswered}
          />
        )}
      </LongList>

      {(circle.strangers ?? 0) > 1 && <DeclineRest circle={circle} onAnswered={onAnswered} />}

      <Heading>能替{who}办的人</Heading>
      {inside.length === 0 && (
        <Empty
          icon="users"
          title="现在还没有人"
          hint="请女儿、儿子来帮忙，他们在自己手机上就能订餐、请人上门。"
        />
      )}
      <LongList items={inside} size={5}>
        {(member) => (
          <MemberCard
            key={member.id}
            member={member}
            who={who}
            myName={myName}
            onChange={() => onChange(member)}
            onStop={() => onStop(member)}
          />
        )}
      </LongList>

      {circle.invitations.length > 0 && <Heading>给出去、还没用的码</Heading>}
      <LongList items={circle.invitations} size={3}>
        {(invitation) => (
          <OpenCode
            key={invitation.code}
            elderId={circle.elderId}
            invitation={invitation}
            onTakenBack={onAnswered}
          />
        )}
      </LongList>

      {outside.length > 0 && (
        <>
          <Heading>现在不能办的人</Heading>
          <Soft>点一下，可以再让他们办。</Soft>
          <Card>
            <LongList items={outside} size={6}>
              {(member) => (
                <ListRow
                  key={member.id}
                  title={memberName(member)}
                  hint={member.state === 'declined' ? '来问过，没有同意' : '以前办过，不再让办了'}
                  onTap={() => onChange(member)}
                />
              )}
            </LongList>
          </Card>
        </>
      )}

      {left.length > 0 && (
        <>
          <Heading>自己不再办的人</Heading>
          <Soft>要再请他们办，请他们在自己手机上再请求一次。</Soft>
          <Card>
            <LongList items={left} size={6}>
              {(member) => <View key={member.id}>{memberName(member)}</View>}
            </LongList>
          </Card>
        </>
      )}
    </>
  )
}

/** A guardian is let in again only where the papers are seen. */
const isOutside = ({ state, relation, hasLeft }: CircleMember): boolean =>
  (state === 'declined' || (state === 'revoked' && !hasLeft)) && relation !== 'guardian'
