import { useState } from 'react'
import type { Side, SideBySide } from '#types/people/likenesses'
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
  const { undoHours } = pair
  const options = optionsOf(pair)
  const [staysId, setStays] = useState(options[0]?.elderId ?? '')
  const phone = phoneWord(pair, staysId)
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
        options.length > 0 && (
          <Button pending={join.isPending} onTap={() => void send()}>
            合成一份
          </Button>
        )
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
      {pair.sides.some(({ cannotStay }) => cannotStay === 'notAgreed') && (
        <Soft>另一份登记老人还没有同意，留不了。</Soft>
      )}
      {options.length === 0 && <Soft>这两份登记都和别的登记合过了，不能再合成一份。</Soft>}
      <Soft>以后订餐、上门都记在这一份里。另一份里的记录都在，不会删，也不会自己取消。</Soft>
      {phone && <Soft>{phone}</Soft>}
      <Soft>
        另一份里能代办的家人，要等老人或者驿站再同意一次。两份里的过敏、忌口都算；另一份里的，
        {`头 ${undoHours} 小时`}去不掉。联系人，合好以后请再核对。
      </Soft>
      <Soft>{`弄错了，${undoHours} 小时以内能分开。`}</Soft>
    </Sheet>
  )
}

/** Those that can stay, the one under which somebody has seen her first. */
function optionsOf({ sides }: SideBySide): Side[] {
  const all = sides.filter(({ cannotStay }) => cannotStay === null).reverse()
  return [...all.filter(({ isUnseen }) => !isUnseen), ...all.filter(({ isUnseen }) => isUnseen)]
}

/** What becomes of the phones of the two. */
function phoneWord({ sides, undoHours }: SideBySide, staysId: string): string | null {
  const stays = sides.find(({ elderId }) => elderId === staysId)
  const leaves = sides.find(({ elderId }) => elderId !== staysId)
  const other = leaves?.hasOwnPhone ? '另一份登记的手机，以后能看以前的记录、能请人上门，不能订餐。' : ''
  switch (stays?.phoneAfter) {
    case 'own':
      return other === '' ? '老人自己的手机不变。' : `两份登记各有一部手机：以后用这一份的手机办事。${other}`
    case 'ownLent':
      return `还没有人见过这一份登记的手机是谁在用：${undoHours} 小时以内它只能订餐、请人上门，过了才能办别的。${other}`
    case 'lent':
      return `另一份登记用的手机，以后就是老人自己的手机：${undoHours} 小时以内能订餐，请人上门去的是那一份里的住址，过了才能办别的。`
    case 'relatives':
      return '另一份登记用的手机是家人的，不会变成老人自己的手机。'
    default:
      return null
  }
}
