import { useState } from 'react'
import type { Trial } from '#types/meals/misfits'
import { toTop } from '@/platform/page'
import { ManagersOnly } from '../managers-only'
import { ClosureList } from './closure-list'
import { TryClosing } from './try-closing'
import { type ClosingDays, WriteClosing } from './write-closing'

const title = '不开门的日子'

/** The days on which a station stays closed. */
export default function Closures() {
  return <ManagersOnly title={title}>{({ id }) => <OfStation key={id} stationId={id} />}</ManagersOnly>
}

/** What is being looked at: all of them, one that is being written, or what it would do. */
type Step = { at: 'list' } | { at: 'writing' } | { at: 'trial'; days: ClosingDays; trial: Trial }

function OfStation({ stationId }: { stationId: string }) {
  const [step, setStep] = useState<Step>({ at: 'list' })
  const [isClosed, setClosed] = useState(false)
  const go = (next: Step) => {
    setStep(next)
    toTop()
  }
  if (step.at === 'list') {
    const onAdd = () => {
      setClosed(false)
      go({ at: 'writing' })
    }
    return <ClosureList stationId={stationId} isClosed={isClosed} onAdd={onAdd} />
  }
  if (step.at === 'writing') {
    return (
      <WriteClosing
        stationId={stationId}
        onBack={() => go({ at: 'list' })}
        onTried={(days, trial) => go({ at: 'trial', days, trial })}
      />
    )
  }
  return (
    <TryClosing
      stationId={stationId}
      days={step.days}
      trial={step.trial}
      onBack={() => go({ at: 'writing' })}
      onClosed={() => {
        setClosed(true)
        go({ at: 'list' })
      }}
    />
  )
}
