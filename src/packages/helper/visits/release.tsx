import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { useAct } from '@/services/use-act'

interface Props {
  visit: QueuedVisit
  onClose(): void
  onReleased(): Promise<void>
}

/** Asks once; nobody has to say why. Of somebody else's task whoever answers for the place asks another helper. */
export function Release({ visit, onClose, onReleased }: Props) {
  const release = useAct('visits.release')
  const name = visit.helper?.name ?? '去的人'
  const confirm = async () => {
    const released = await release.run({ visitId: visit.id })
    if (released) onClose()
    await onReleased()
  }
  return (
    <Sheet
      title={visit.isMine ? '真的去不了吗？' : `不等${name}，换别人去吗？`}
      onClose={onClose}
      trouble={release.trouble}
      action={
        <Button kind="pine" onTap={onClose}>
          {visit.isMine ? '还是我去' : '再等一等'}
        </Button>
      }
      second={
        <Button kind="second" pending={release.isPending} onTap={() => void confirm()}>
          {visit.isMine ? '去不了，换别人' : '换别人去'}
        </Button>
      }
    >
      {`${visit.elderName}这一次会放回“还在等人的”，别人能接，家人能看到。`}
      {visit.isMine ? '没关系，说一声就好。' : `${name}那里就没有这一次了。先打电话问一声更好。`}
    </Sheet>
  )
}
