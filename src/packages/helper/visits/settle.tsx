import { createContext, useContext } from 'react'
import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { useAct } from '@/services/use-act'

/** Asks whether what calls for somebody is dealt with; the page does it, since a sheet lies over the whole of it. */
export const Settling = createContext<(visit: QueuedVisit) => void>(() => undefined)

/** Whoever answers for the place has dealt with what calls for somebody. */
export function SettleButton({ visit }: { visit: QueuedVisit }) {
  const ask = useContext(Settling)
  return (
    <Button kind="second" onTap={() => ask(visit)} label={`办妥了，${visit.elderName}`}>
      办妥了
    </Button>
  )
}

interface Props {
  visit: QueuedVisit
  onClose(): void
  onSettled(): Promise<void>
}

/** Asks once: nobody is sent to that door any more. */
export function Settle({ visit, onClose, onSettled }: Props) {
  const close = useAct('visits.close')
  const settle = async () => {
    if (!(await close.run({ visitId: visit.id }))) return
    onClose()
    await onSettled()
  }
  return (
    <Sheet
      title={`${visit.elderName}这一次真的办妥了吗？`}
      onClose={onClose}
      action={
        <>
          {close.trouble && <Notice>{close.trouble}</Notice>}
          <Button kind="pine" onTap={onClose}>
            还没有
          </Button>
          <Button kind="second" pending={close.isPending} onTap={() => void settle()}>
            办妥了，不用再去
          </Button>
        </>
      }
    >
      {visit.report || visit.earlierReports.length > 0 ? '' : '还没有人写过见到了什么。'}
      见到了人、知道没有事了再点。点了就不再排在这里，谁也不会再去，家人会看到是您办妥的。
    </Sheet>
  )
}
