import { View } from '@tarojs/components'
import { useState } from 'react'
import { longest } from '#types/limits'
import type { Org, StaffRole } from '#types/people/staff'
import type { HelperKind } from '#types/visits'
import { roleWord } from '#types/words/roles'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Choice, Choices } from '@/components/choice'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { ShareButton } from '@/components/share-button'
import { Heading, Soft, Title } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { buzz } from '@/platform/buzz'
import { toTop } from '@/platform/page'
import { cloudNow } from '@/services/clock'
import type { ReplyFrom } from '@/services/cloud'
import { untilWord } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { BigCode } from '../big-code'

/** As helpers are called at an invitation: 党员、社工、网格员、热心邻居. */
const helperKinds: { value: HelperKind; word: string }[] = [
  { value: 'partyMember', word: '党员' },
  { value: 'socialWorker', word: '社工' },
  { value: 'gridWorker', word: '网格员' },
  { value: 'neighbour', word: '热心邻居' },
]

/** A code with which one person joins an organisation in one role. */
export function InviteStaff({ org }: { org: Org }) {
  const invite = useAct('people.inviteStaff')
  const [role, setRole] = useState<StaffRole | null>(org.roles.length === 1 ? (org.roles[0] ?? null) : null)
  const [helperKind, setHelperKind] = useState<HelperKind>('neighbour')
  const [note, setNote] = useState('')
  const [made, setMade] = useState<ReplyFrom<'people.inviteStaff'> | null>(null)

  const send = async () => {
    if (!role) return
    const code = await invite.run({
      orgKind: org.kind,
      orgId: org.id,
      role,
      ...(role === 'volunteer' && { helperKind }),
      ...(note.trim() && { note: note.trim() }),
    })
    if (!code) return
    buzz()
    toTop()
    setMade(code)
  }
  if (made && role) {
    return (
      <PageFrame
        title="邀请一位"
        dense
        action={
          <ShareButton
            to={note.trim() || '对方'}
            card={{
              title: `请您到${org.name}做${roleWord[role]}`,
              page: 'packages/family/join',
              params: { code: made.code },
            }}
            text={`请您到${org.name}做${roleWord[role]}。打开小程序“银龄驿”，点“我的”，再点“我有邀请码”，填 ${made.code}。`}
          />
        }
        second={
          <Button
            kind="second"
            onTap={() => {
              setMade(null)
              setNote('')
            }}
          >
            再邀请一位
          </Button>
        }
      >
        <Title>{`把这个码给${note.trim() || '对方'}`}</Title>
        <Card kind="place">
          <BigCode name="邀请码" code={made.code} />
          <Soft>{`只能用一次，${untilWord(made.expiresAt, cloudNow())}有效。`}</Soft>
        </Card>
        <View>
          {keepWhole(
            `打开小程序，点“我的”，再点“我有邀请码”，填进去就到${org.name}做${roleWord[role]}。还要审核、培训过了才能上岗。`,
          )}
        </View>
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title="邀请一位"
      dense
      action={
        <>
          {invite.trouble && <Notice>{invite.trouble}</Notice>}
          {role ? (
            <Button pending={invite.isPending} onTap={() => void send()}>
              给一个邀请码
            </Button>
          ) : (
            <Button disabled onTap={() => undefined}>
              先选做什么
            </Button>
          )}
        </>
      }
    >
      <Title>{`请到${org.name}做什么？`}</Title>
      <Choices label="做什么">
        {org.roles.map((one) => (
          <Choice key={one} title={roleWord[one]} isPicked={one === role} onPick={() => setRole(one)} />
        ))}
      </Choices>
      {role === 'volunteer' && (
        <>
          <Heading>是哪一种志愿者？</Heading>
          <Segmented
            label="是哪一种志愿者？"
            options={helperKinds}
            value={helperKind}
            onPick={(one) => setHelperKind(one)}
          />
        </>
      )}
      <Field
        label="给谁的（可以不写，免得弄混）"
        value={note}
        onChange={setNote}
        placeholder="对方的名字"
        maxLength={longest.name}
      />
    </PageFrame>
  )
}
