import { useState } from 'react'
import type { Circle, CircleMember } from '#types/people/circle'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { Heading, Soft } from '@/components/text'
import { useCloud } from '@/services/use-loaded'
import { LetIn } from '../let-in'
import { StopActing } from '../stop-acting'
import { MemberCard } from './member-card'
import { OpenInvitations } from './open-invitations'
import { type PartProps, pronounOf } from './part'
import { Subject } from './subject'

type Asking = { act: 'letIn' | 'stop'; member: CircleMember } | null

/** Who may act for her, who asks to, and who may no longer: decided by her, written down here. */
export function CirclePart({ file }: PartProps) {
  const circle = useCloud('people.circle', { elderId: file.id })
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const put = (changed: Circle) => {
    if (circle.state === 'ready') circle.put(changed)
  }
  return (
    <Subject title={`谁能替${pronounOf(file)}办`} file={file}>
      <LoadedPart load={circle}>
        {({ members, invitations, waiting, next }) => (
          <>
            {members.length === 0 && (
              <Empty icon="users" title="还没有人" hint="家人可以在手机上请求，也可以给家人一个码。" />
            )}
            {groups.map(({ title, of }) => {
              const those = members.filter(of)
              return those.length === 0 ? null : (
                <Group key={title} title={title} members={those} onAsk={setAsking} onDeclined={put} />
              )
            })}
            {next && <Soft>{`一共 ${waiting} 个在等答复，先答复前面的，后面的会接着出来。`}</Soft>}
            <OpenInvitations invitations={invitations} />
          </>
        )}
      </LoadedPart>
      {asking?.act === 'letIn' && (
        <LetIn member={asking.member} elderName={file.name} onClose={close} onDone={put} />
      )}
      {asking?.act === 'stop' && (
        <StopActing
          member={asking.member}
          elderName={file.name}
          onClose={close}
          onDone={() => void circle.reload()}
        />
      )}
    </Subject>
  )
}

const groups: { title: string; of(member: CircleMember): boolean }[] = [
  { title: '在等答复', of: ({ state }) => state === 'asked' },
  { title: '现在能办', of: ({ state }) => state === 'granted' },
  { title: '现在不能办', of: ({ state }) => state === 'declined' || state === 'revoked' },
]

interface GroupProps {
  title: string
  members: readonly CircleMember[]
  onAsk(asking: Asking): void
  onDeclined(circle: Circle): void
}

function Group({ title, members, onAsk, onDeclined }: GroupProps) {
  return (
    <>
      <Heading>{title}</Heading>
      {members.map((member) => (
        <MemberCard
          key={member.id}
          member={member}
          onLetIn={() => onAsk({ act: 'letIn', member })}
          onStop={() => onAsk({ act: 'stop', member })}
          onDeclined={onDeclined}
        />
      ))}
    </>
  )
}
