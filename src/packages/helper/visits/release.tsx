import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { useAct } from '@/services/use-act'

interface Props {
  visit: QueuedVisit
  onClose(): void
  onReleased(): Promise<void>
}

/** Asks once; nobody has to say why. */
export function Release({ visit, onClose, onReleased }: Props) {
  const release = useAct('visits.release')
  const confirm = async () => {
    const released = await release.run({ visitId: visit.id })
    if (released) onClose()
    await onReleased()
  }
  return (
    <Sheet
      title="真的去不了吗"
      onClose={onClose}
      action={
        <>
          {release.trouble && <Notice>{release.trouble}</Notice>}
          <Button kind="pine" onTap={onClose}>
            还是我去
          </Button>
          <Button kind="second" pending={release.isPending} onTap={() => void confirm()}>
            去不了，换别人
          </Button>
        </>
      }
    >
      {`${visit.elderName}这一次会放回“还在等人的”，别人能接，家人能看到。没关系，说一声就好。`}
    </Sheet>
  )
}
