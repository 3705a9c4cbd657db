import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CircleMember } from '#types/people/circle'
import { relationWord } from '#types/words/people/circle/relations'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { keepWhole } from '@/components/text/whole'
import { useAct } from '@/services/use-act'
import { nothingSaid, PaperEntry, paperOf } from './paper-entry'

interface Props {
  member: CircleMember
  elderName: string
  onClose(): void
  onDone(): void
}

/** Writes down that an elder no longer wants somebody to act for her who may. */
export function StopActing({ member, elderName, onClose, onDone }: Props) {
  const revoke = useAct('people.revoke')
  const [said, setSaid] = useState(nothingSaid)
  const [isTried, setTried] = useState(false)
  const who = `${relationWord[member.relation]}${member.name}`

  const send = async () => {
    setTried(true)
    const paper = paperOf(said)
    if (!paper) return
    const done = await revoke.run({ memberId: member.id, paper })
    if (!done) return
    onDone()
    onClose()
  }
  return (
    <Sheet
      title={`不再让${who}代办`}
      onClose={onClose}
      trouble={revoke.trouble}
      action={
        <Button pending={revoke.isPending} onTap={() => void send()}>
          收回，马上就不能办
        </Button>
      }
    >
      <View>{keepWhole(`收回以后，${who}马上看不到${elderName}的事，也不能代办。以后还可以再同意。`)}</View>
      <PaperEntry value={said} onChange={setSaid} isTried={isTried} />
    </Sheet>
  )
}
