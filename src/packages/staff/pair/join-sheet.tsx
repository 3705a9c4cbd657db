import { useState } from 'react'
import type { SideBySide } from '#types/people/likenesses'
import { Button } from '@/components/button'
import { Choice, Choices } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { useAct } from '@/services/use-act'
import { registeredWord, whichWord } from './side-card'

interface Props {
  pair: SideBySide
  onClose(): void
  onJoined(pair: SideBySide): void
}

/** Which of the two stays, and what follows, before it is done. */
export function JoinSheet({ pair, onClose, onJoined }: Props) {
  const join = useAct('people.join')
  const bound = pair.sides.find(({ hasJoined }) => hasJoined)
  const options = bound ? [bound] : optionsOf(pair)
  const [staysId, setStays] = useState(options[0]?.elderId ?? '')
  const send = async () => {
    const joined = await join.run({ pairId: pair.id, staysId })
    if (joined) onJoined(joined)
  }
  return (
    <Sheet
      title="以后用哪一份登记？"
      onClose={onClose}
      trouble={join.trouble}
      action={
        <Button pending={join.isPending} onTap={() => void send()}>
          合成一份
        </Button>
      }
    >
      <Choices label="以后用哪一份登记">
        {options.map((side) => (
          <Choice
            key={side.elderId}
            title={`${whichWord(pair.sides.indexOf(side))} · ${side.name}`}
            hint={`${registeredWord(side)}，${side.stationName}`}
            isPicked={side.elderId === staysId}
            onPick={() => setStays(side.elderId)}
          />
        ))}
      </Choices>
      {!bound && options.length === 1 && <Soft>另一份登记老人还没有同意，留不了。</Soft>}
      <Soft>以后订餐、上门都记在这一份里。另一份里的记录都在，不会删，也不会自己取消。</Soft>
      <Soft>{phoneWord(pair, staysId)}</Soft>
      <Soft>
        另一份里能代办的家人，要等老人或者驿站再同意一次。两份里的过敏、忌口都算；另一份里的，头二十四小时去不掉。联系人，合好以后请再核对。
      </Soft>
      <Soft>弄错了，二十四小时以内能分开。</Soft>
    </Sheet>
  )
}

/** Those that can stay: the one to which she has agreed, where it is one; the one under which somebody has seen her first. */
function optionsOf({ sides }: SideBySide): SideBySide['sides'] {
  const agreed = sides.filter(({ state }) => state === 'active')
  const all = [...(agreed.length > 0 ? agreed : sides)].reverse()
  return [...all.filter(({ isUnseen }) => !isUnseen), ...all.filter(({ isUnseen }) => isUnseen)]
}

/** What becomes of the phones of the two. */
function phoneWord({ sides }: SideBySide, staysId: string): string {
  const stays = sides.find(({ elderId }) => elderId === staysId)
  const leaves = sides.find(({ elderId }) => elderId !== staysId)
  const isLent = stays?.hasOwnPhone && stays.isUnseen && leaves?.isUnseen === false
  if (isLent)
    return '还没有人见过这一份登记的手机是谁在用：二十四小时以内它只能订餐、请人上门，过了才能办别的。'
  if (!leaves?.hasOwnPhone) return '老人自己的手机不变。'
  return stays?.hasOwnPhone
    ? '两份登记各有一部手机：以后用这一份的手机办事，另一部手机只能看以前的记录。'
    : '另一份登记用的手机，以后就是老人自己的手机：二十四小时以内能订餐、能请人上门，过了才能办别的。'
}
