import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Membership, Org } from '#types/people/staff'
import type { MembershipState } from '#types/states'
import { certificateWord } from '#types/words/people/staff/certificates'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Icon } from '@/components/icon'
import { LongList } from '@/components/long-list'
import { PageFrame } from '@/components/page-frame'
import { Tag, Tags } from '@/components/tag'
import { Heading, Lead, Title } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { open } from '@/platform/navigation'
import { useLoaded } from '@/services/use-loaded'
import { loadStaff } from './load-staff'
import { workWord } from './work-word'
import './index.scss'

/** The people of an organisation: who needs something first, then by how far they have come. */
export function People({ org }: { org: Org }) {
  const staff = useLoaded(`staff ${org.id}`, () => loadStaff(org))
  return (
    <PageFrame
      title="人员"
      load={staff}
      dense
      action={
        org.roles.length > 0 && (
          <Button
            icon="user-plus"
            onTap={() => open('packages/staff/team', { orgId: org.id, part: 'invite' })}
          >
            邀请一位
          </Button>
        )
      }
    >
      {(people) => (
        <>
          <Title>{org.name}的人员</Title>
          {people.length === 0 && (
            <Empty icon="users" title="还没有人" hint="邀请一位，把码给对方，填了就在这里。" />
          )}
          {groups.map(({ title, of, isFolded }) => (
            <Group key={title} title={title} people={people.filter(of)} isFolded={isFolded} />
          ))}
        </>
      )}
    </PageFrame>
  )
}

interface GroupOf {
  title: string
  of(person: Membership): boolean
  isFolded?: boolean
}

const lacks = ({ state, missing }: Membership) => state !== 'ended' && missing.length > 0

const inState = (wanted: MembershipState) => (person: Membership) => person.state === wanted && !lacks(person)

const groups: readonly GroupOf[] = [
  { title: '证件缺了或者过期了', of: lacks },
  { title: '等审核', of: inState('accepted') },
  { title: '等培训', of: inState('vetted') },
  { title: '等安排上岗', of: inState('trained') },
  { title: '可以上岗', of: inState('assignable') },
  { title: '停用', of: inState('suspended') },
  { title: '已离开', of: inState('ended'), isFolded: true },
]

interface GroupProps {
  title: string
  people: readonly Membership[]
  isFolded: boolean | undefined
}

function Group({ title, people, isFolded = false }: GroupProps) {
  const [isOpen, setOpen] = useState(!isFolded)
  if (people.length === 0) return null
  if (!isOpen) {
    return (
      <Button kind="second" onTap={() => setOpen(true)}>
        {`看${title}的 ${people.length} 位`}
      </Button>
    )
  }
  return (
    <>
      <Heading>{`${title} ${people.length}`}</Heading>
      <LongList items={people}>
        {(person) => (
          <Card
            key={person.id}
            onTap={() => open('packages/staff/team', { orgId: person.orgId, memberId: person.id })}
          >
            <View className="team-person">
              <View className="team-person-words">
                <Lead>{person.name}</Lead>
                <View>{keepWhole(workWord(person))}</View>
                {lacks(person) && (
                  <Tags>
                    {person.missing.map((kind) => (
                      <Tag key={kind} kind="bad">{`缺${certificateWord[kind]}`}</Tag>
                    ))}
                  </Tags>
                )}
              </View>
              <Icon name="chevron-right" />
            </View>
          </Card>
        )}
      </LongList>
    </>
  )
}
