import { View } from '@tarojs/components'
import type { Membership } from '#types/people/staff'
import { ReasonSheet } from '@/components/reason-sheet'
import { buzz } from '@/platform/buzz'
import { useAct } from '@/services/use-act'

interface Props {
  member: Membership
  act: 'suspend' | 'end'
  onClose(): void
  onDone(member: Membership): void
}

const words = {
  suspend: {
    title: (name: string) => `停用${name}`,
    button: '现在就停用',
    happens: '从现在起马上不能接活，也看不到这里的老人。以后可以恢复。',
    answers: ['有人投诉', '证件过期', '身体不适', '正在查一件事'],
  },
  end: {
    title: (name: string) => `${name}不在这里干了`,
    button: '记下离开',
    happens: '从现在起马上不能接活，也看不到这里的老人。以后要回来，得重新邀请。',
    answers: ['不干了', '调到别处', '合同到期'],
  },
} as const

/** Takes somebody off the work at once; never without a reason. */
export function Stop({ member, act, onClose, onDone }: Props) {
  const advance = useAct('people.advance')
  const { title, button, happens, answers } = words[act]

  const send = async (note: string) => {
    const changed = await advance.run({ membershipId: member.id, act, note })
    if (!changed) return
    buzz()
    onDone(changed)
    onClose()
  }
  return (
    <ReasonSheet
      title={title(member.name)}
      label="为什么"
      answers={answers}
      missing="选一个原因，或者写一句。"
      button={button}
      act={advance}
      onGive={(note) => void send(note)}
      onClose={onClose}
      before={<View>{`${member.name}${happens}`}</View>}
    />
  )
}
