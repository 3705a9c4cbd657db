import { useState } from 'react'
import type { Circle } from '#types/people/circle'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { buzz } from '@/platform/buzz'
import { cloudNow } from '@/services/clock'
import { useAct } from '@/services/use-act'

interface Props {
  circle: Circle
  onAnswered(circle: Circle): void
}

/** Says no to all at once whom nothing in her records knows, after asking once. */
export function DeclineRest({ circle, onAnswered }: Props) {
  /** Until when somebody must have asked to be meant; null while she has not tapped. */
  const [until, setUntil] = useState<string | null>(null)
  return (
    <>
      <Button kind="second" onTap={() => setUntil(cloudNow())}>
        不认识的，一起不同意
      </Button>
      {until !== null && (
        <Sure circle={circle} until={until} onAnswered={onAnswered} onClose={() => setUntil(null)} />
      )}
    </>
  )
}

interface SureProps extends Props {
  until: string
  onClose(): void
}

function Sure({ circle, until, onAnswered, onClose }: SureProps) {
  const act = useAct('people.declineRest')
  const [isRunning, setRunning] = useState(false)
  const strangers = circle.strangers ?? 0

  /** A part at a time; ends where nobody is left, or only such as asked since. */
  const sure = async () => {
    setRunning(true)
    let last: Circle | null = null
    for (let before = Number.POSITIVE_INFINITY; ; ) {
      const answer: Circle | null = await act.run({ elderId: circle.elderId, until })
      last = answer ?? last
      const left = answer?.strangers ?? 0
      if (!answer || left === 0 || left >= before) {
        setRunning(false)
        if (last) onAnswered(last)
        if (answer) {
          buzz()
          onClose()
        }
        return
      }
      before = left
    }
  }
  return (
    <Sheet
      title={`这 ${strangers} 个人都不同意吗？`}
      onClose={onClose}
      trouble={act.trouble}
      action={
        <Button pending={isRunning} onTap={() => void sure()}>
          {`${strangers} 个都不同意`}
        </Button>
      }
      second={
        <Button kind="second" onTap={onClose}>
          还是一个一个看
        </Button>
      }
    >
      登记里写着的家人、以前替您办过的人，不算在里面。其他的都不同意，他们明天还可以再问。是家人的，先请家人打电话来，或者给家人一个码。
    </Sheet>
  )
}
