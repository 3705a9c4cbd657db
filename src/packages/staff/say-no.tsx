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

/** Writes down that an elder does not want somebody to act for her: who asked is told no, who may already may no longer. */
export function SayNo({ member, elderName, onClose, onDone }: Props) {
  const mayAlready = member.state === 'granted'
  const decline = useAct('people.decline')
  const revoke = useAct('people.revoke')
  const act = mayAlready ? revoke : decline
  const [said, setSaid] = useState(nothingSaid)
  const [isTried, setTried] = useState(false)
  const who = `${relationWord[member.relation]}${member.name}`

  const send = async () => {
    setTried(true)
    const paper = paperOf(said)
    if (!paper) return
    const done = await act.run({ memberId: member.id, paper })
    if (!done) return
    onDone()
    onClose()
  }
  return (
    <Sheet
      title={mayAlready ? `不再让${who}代办` : `不同意${who}代办`}
      onClose={onClose}
      trouble={act.trouble}
      action={
        <Button pending={act.isPending} onTap={() => void send()}>
          {mayAlready ? '收回，马上就不能办' : '记下不同意'}
        </Button>
      }
    >
      <View>
        {keepWhole(
          mayAlready
            ? `收回以后，${who}马上看不到${elderName}的事，也不能代办。以后还可以再同意。`
            : `${who}会看到没有同意，别的什么也看不到。`,
        )}
      </View>
      <PaperEntry value={said} onChange={setSaid} isTried={isTried} />
    </Sheet>
  )
}
