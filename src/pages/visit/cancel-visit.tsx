import type { Visit } from '#types/visits'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { useAct } from '@/services/use-act'

interface Props {
  visit: Visit
  who: string
  onClose(): void
  onCancelled(): Promise<void>
}

/** Asks once. */
export function CancelVisit({ visit, who, onClose, onCancelled }: Props) {
  const cancel = useAct('visits.cancel')
  const confirm = async () => {
    if (!(await cancel.run({ visitId: visit.id }))) return
    onClose()
    await onCancelled()
  }
  return (
    <Sheet
      title="真的不用去了吗？"
      onClose={onClose}
      trouble={cancel.trouble}
      action={
        <Button kind="pine" onTap={onClose}>
          还是请人去
        </Button>
      }
      second={
        <Button kind="second" pending={cancel.isPending} onTap={() => void confirm()}>
          不用去了
        </Button>
      }
    >
      {visit.helper
        ? `${visit.helper.name}已经接了，可能正在路上。取消以后，${visit.helper.name}那里就没有这一次了。`
        : `取消以后不会有人去看${who}。需要的时候可以再请。`}
    </Sheet>
  )
}
