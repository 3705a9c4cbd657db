import { useRouter } from '@tarojs/taro'
import { Fragment } from 'react'
import type { Me } from '#types/people'
import type { Org, OrgKind } from '#types/people/staff'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ForRole } from '@/components/for-role'
import { WorkersOnly } from '@/components/for-role/workers-only'
import { ListRow } from '@/components/list-row'
import { PageFrame } from '@/components/page-frame'
import { Heading, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { useShareCards } from '@/platform/share'
import { usePerson } from '@/services/person'
import { useLoaded } from '@/services/use-loaded'
import { staffOnly } from '../staff-only'
import { InviteStaff } from './invite-staff'
import { loadOrgs } from './load-orgs'
import { Member } from './member'
import { People } from './people'

const title = '人员'

export default function Team() {
  useShareCards()
  return (
    <ForRole
      title={title}
      person={usePerson()}
      held={({ me }) => (directs(me) ? me : null)}
      otherwise={<WorkersOnly title={title} whose={staffOnly} />}
      dense
    >
      {() => <Orgs />}
    </ForRole>
  )
}

const directs = ({ roles }: Me) =>
  roles.some(({ role }) => role === 'manager' || role === 'coordinator' || role === 'supervisor')

interface Params {
  orgId?: string
  memberId?: string
  part?: string
}

/** Whose people? The organisation of the address, or the only one there is, or one to choose. */
function Orgs() {
  const { orgId, memberId, part } = useRouter<Params & Record<string, string | undefined>>().params
  const orgs = useLoaded('orgs', loadOrgs)
  if (orgs.state !== 'ready') return <PageFrame title={title} load={orgs} dense />
  const org = orgId ? orgs.data.find(({ id }) => id === orgId) : onlyOne(orgs.data)
  if (!org) return <WhichOrg orgs={orgs.data} />
  if (memberId) return <Member org={org} memberId={memberId} isCertifying={part === 'certify'} />
  if (part === 'invite') return <InviteStaff org={org} />
  return <People org={org} />
}

const onlyOne = (orgs: readonly Org[]) => (orgs.length === 1 ? orgs[0] : undefined)

const kinds: readonly { kind: OrgKind; word: string }[] = [
  { kind: 'district', word: '区里' },
  { kind: 'town', word: '街道' },
  { kind: 'station', word: '驿站' },
  { kind: 'kitchen', word: '厨房' },
]

function WhichOrg({ orgs }: { orgs: readonly Org[] }) {
  if (orgs.length === 0) {
    return (
      <PageFrame title={title} dense>
        <Empty icon="users" title="现在没有归您管的人员" hint="请区里的监管人员看一看您的岗位。" />
      </PageFrame>
    )
  }
  return (
    <PageFrame title={title} dense>
      <Title>看哪里的人员</Title>
      {kinds.map(({ kind, word }) => {
        const those = orgs.filter((org) => org.kind === kind)
        if (those.length === 0) return null
        return (
          <Fragment key={kind}>
            <Heading>{word}</Heading>
            <Card>
              {those.map(({ id, name }) => (
                <ListRow key={id} title={name} onTap={() => open('packages/staff/team', { orgId: id })} />
              ))}
            </Card>
          </Fragment>
        )
      })}
    </PageFrame>
  )
}
