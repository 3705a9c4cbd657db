import { useState } from 'react'
import type { Callable, QueuedVisit } from '#types/visits'
import { relationWord } from '#types/words/people/circle/relations'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { ring } from '@/platform/ring'
import { call } from '@/services/cloud'
import { sentenceFor } from '@/services/sentences'
import { useCloud } from '@/services/use-loaded'

interface Props {
  visit: QueuedVisit
  onClose(): void
}

/** Whom one can ring about a visit. The number comes with the tap, and is dialled at once. */
export function RingSheet({ visit: { id: visitId, elderName }, onClose }: Props) {
  const callables = useCloud('visits.callable', { visitId })
  const [dialling, setDialling] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const dial = async (whom: string) => {
    if (dialling) return
    setDialling(whom)
    setTrouble(null)
    try {
      ring((await call('visits.ring', { visitId, whom })).phone)
    } catch (error) {
      setTrouble(sentenceFor(error))
    }
    setDialling(null)
  }
  return (
    <Sheet title={`为${elderName}打电话`} onClose={onClose} action={trouble && <Notice>{trouble}</Notice>}>
      <Button kind="primary" icon="phone-call" onTap={() => ring('120')}>
        要救命，打 120
      </Button>
      <LoadedPart load={callables}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="phone" title="没有登记电话" hint="去的人请问问邻居；担心出事，打 120。" />
          ) : (
            list.map((one) => (
              <Button
                key={one.whom}
                kind="second"
                icon="phone"
                pending={dialling === one.whom}
                onTap={() => void dial(one.whom)}
              >
                {`打给${calledWord(one)}`}
              </Button>
            ))
          )
        }
      </LoadedPart>
    </Sheet>
  )
}

/** 女儿 李*, 邻居 张*, 王奶奶, 王奶奶的另一个号码, 长江路社区养老驿站, 高新区养老值班室 */
function calledWord({ whom, name, relation }: Callable): string {
  if (whom.startsWith('elder-')) return `${name}的另一个号码`
  return relation ? `${relationWord[relation]} ${name}` : name
}
