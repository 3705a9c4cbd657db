import { useState } from 'react'
import type { Circle, CircleMember } from '#types/people/circle'
import { Button } from '@/components/button'
import { Checks } from '@/components/checks'
import { Sheet } from '@/components/sheet'
import { buzz } from '@/platform/buzz'
import { useAct } from '@/services/use-act'
import { scopeOptions } from '@/services/words'

interface Props {
  member: CircleMember
  who: string
  onClose(): void
  onChanged(circle: Circle): void
}

/** Changes what somebody may do; for one who was stopped or refused, lets them in after all. */
export function Change({ member, who, onClose, onChanged }: Props) {
  const [scopes, setScopes] = useState(member.scopes)
  const grant = useAct('people.grant')
  const isIn = member.state === 'granted'

  const save = async () => {
    const circle = await grant.run({ memberId: member.id, scopes })
    if (!circle) return
    buzz()
    onChanged(circle)
  }
  return (
    <Sheet
      title={`让${member.name}能办什么？`}
      onClose={onClose}
      trouble={grant.trouble}
      action={
        scopes.length > 0 ? (
          <Button pending={grant.isPending} onTap={() => void save()}>
            {isIn ? '就这样' : '同意'}
          </Button>
        ) : (
          <Button disabled onTap={() => undefined}>
            至少选一样
          </Button>
        )
      }
    >
      <Checks
        label={`让${member.name}能办什么？`}
        options={scopeOptions(who)}
        values={scopes}
        onChange={setScopes}
      />
    </Sheet>
  )
}
