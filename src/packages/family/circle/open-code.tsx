import type { Circle } from '#types/people/circle'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { useAct } from '@/services/use-act'
import { Code } from './code-made'

interface Props {
  elderId: string
  invitation: Circle['invitations'][number]
  onTakenBack(circle: Circle): void
}

/** A code that was given out and not used yet; one tap makes it worthless, and a new one is soon made. */
export function OpenCode({ elderId, invitation, onTakenBack }: Props) {
  const uninvite = useAct('people.uninvite')
  const takeBack = async () => {
    const circle = await uninvite.run({ elderId, code: invitation.code })
    if (circle) onTakenBack(circle)
  }
  return (
    <Code {...invitation}>
      {uninvite.trouble && <Notice>{uninvite.trouble}</Notice>}
      <Button
        kind="second"
        pending={uninvite.isPending}
        label={`不用这个码了，${invitation.code.split('').join(' ')}`}
        onTap={() => void takeBack()}
      >
        不用这个码了
      </Button>
    </Code>
  )
}
