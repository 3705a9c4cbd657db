import type { CircleMember } from '#types/people/circle'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { useAct } from '@/services/use-act'
import { stopWord } from './wording'

interface Props {
  member: CircleMember
  who: string
  onClose(): void
  onStopped(): void
}

/** Asks once, saying what ends; then it has ended. */
export function Stop({ member, who, onClose, onStopped }: Props) {
  const revoke = useAct('people.revoke')
  const sure = async () => {
    if (await revoke.run({ memberId: member.id })) onStopped()
  }
  return (
    <Sheet
      title={`不再让${member.name}办了吗？`}
      onClose={onClose}
      trouble={revoke.trouble}
      action={
        <Button pending={revoke.isPending} onTap={() => void sure()}>
          确定
        </Button>
      }
      second={
        <Button kind="second" onTap={onClose}>
          还是留着
        </Button>
      }
    >
      {`从现在起，${member.name}${stopWord(member.scopes, who)}。已经订好的不变。以后想让${member.name}办，还可以再加。`}
    </Sheet>
  )
}
