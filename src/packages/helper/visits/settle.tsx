import { useState } from 'react'
import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { useAct } from '@/services/use-act'

interface Props {
  visit: QueuedVisit
  onSettled(): Promise<void>
}

/** Whoever answers for the place has dealt with what calls for somebody. It is asked once: nobody is sent to that door any more. */
export function Settle({ visit, onSettled }: Props) {
  const close = useAct('visits.close')
  const [isAsking, setAsking] = useState(false)
  const settle = async () => {
    if (!(await close.run({ visitId: visit.id }))) return
    setAsking(false)
    await onSettled()
  }
  return (
    <>
      <Button kind="second" onTap={() => setAsking(true)} label={`办妥了，${visit.elderName}`}>
        办妥了
      </Button>
      {isAsking && (
        <Sheet
          title={`${visit.elderName}这一次真的办妥了吗？`}
          onClose={() => setAsking(false)}
          action={
            <>
              {close.trouble && <Notice>{close.trouble}</Notice>}
              <Button kind="pine" onTap={() => setAsking(false)}>
                还没有
              </Button>
              <Button kind="second" pending={close.isPending} onTap={() => void settle()}>
                办妥了，不用再去
              </Button>
            </>
          }
        >
          {visit.report ? '' : '还没有人写过见到了什么。'}
          见到了人、知道没有事了再点。点了就不再排在这里，谁也不会再去，家人会看到是您办妥的。
        </Sheet>
      )}
    </>
  )
}
