import { useState } from 'react'
import type { Membership, Org } from '#types/people/staff'
import { can, membershipMoves } from '#types/states'
import { membershipActWord } from '#types/words/people/staff/membership-acts'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Progress } from '@/components/progress'
import { Tag, Tags } from '@/components/tag'
import { Heading, Soft, Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { open } from '@/platform/navigation'
import { dateOf, fullDay } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { useLoaded } from '@/services/use-loaded'
import { membershipTag } from '@/services/words'
import { AddCertificate } from './add-certificate'
import { Certificates } from './certificates'
import { loadStaff } from './load-staff'
import { nextStep, stepWords } from './steps'
import { Stop } from './stop'
import { workWord } from './work-word'

interface Props {
  org: Org
  memberId: string
  /** A certificate is being added. */
  isCertifying: boolean
}

/** One person: how far they have come, the next step, their certificates. */
export function Member({ org, memberId, isCertifying }: Props) {
  const staff = useLoaded(`staff ${org.id}`, () => loadStaff(org))
  const member = staff.state === 'ready' ? staff.data.find(({ id }) => id === memberId) : undefined
  if (staff.state !== 'ready' || !member) {
    return (
      <PageFrame title="人员" load={staff} dense>
        <Empty icon="users" title="没有找到这个人" hint="可能已经不在这里了。请返回名单看一看。" />
      </PageFrame>
    )
  }
  if (isCertifying) return <AddCertificate member={member} />
  return (
    <MemberCard
      member={member}
      onChange={(changed) => staff.put(staff.data.map((one) => (one.id === changed.id ? changed : one)))}
    />
  )
}

type Asking = 'suspend' | 'end' | null

function MemberCard({ member, onChange }: { member: Membership; onChange(member: Membership): void }) {
  const advance = useAct('people.advance')
  const [asking, setAsking] = useState<Asking>(null)
  const next = nextStep[member.state]
  const state = membershipTag(member.state)
  const may = (act: 'suspend' | 'end') => can(member.state, act, membershipMoves)

  const step = async () => {
    if (!next) return
    const changed = await advance.run({ membershipId: member.id, act: next })
    if (!changed) return
    buzz()
    onChange(changed)
  }
  const certify = () =>
    open('packages/staff/team', { orgId: member.orgId, memberId: member.id, part: 'certify' })
  const ask = (what: Asking) => () => {
    advance.clear()
    setAsking(what)
  }
  return (
    <PageFrame
      title={member.name}
      dense
      action={
        next && (
          <>
            {advance.trouble && <Notice>{advance.trouble}</Notice>}
            <Button kind="pine" pending={advance.isPending} onTap={() => void step()}>
              {membershipActWord[next]}
            </Button>
          </>
        )
      }
    >
      <Title>{member.name}</Title>
      <Soft>
        {member.orgName} · {workWord(member)}
      </Soft>
      <Tags>
        <Tag kind={state.kind}>{state.word}</Tag>
      </Tags>

      <Certificates member={member} onAdd={member.state === 'ended' ? null : certify} />

      {member.steps.length > 0 && (
        <>
          <Heading>办过的事</Heading>
          <Card>
            <Progress
              label="办过的事"
              steps={member.steps.map(({ act, at, by, note }) => ({
                key: `${at} ${act}`,
                state: act === 'suspend' || act === 'end' ? 'bad' : 'done',
                children: `${fullDay(dateOf(at))} ${by.name}：${stepWords(act, note)}`,
              }))}
            />
          </Card>
        </>
      )}
      {may('suspend') && (
        <Button kind="second" onTap={ask('suspend')}>
          停用
        </Button>
      )}
      {may('end') && (
        <Button kind="quiet" onTap={ask('end')}>
          不在这里干了
        </Button>
      )}
      {(asking === 'suspend' || asking === 'end') && (
        <Stop member={member} act={asking} onClose={() => setAsking(null)} onDone={onChange} />
      )}
    </PageFrame>
  )
}
