import { useState } from 'react'
import type { KeptPlan } from '#types/meals/plans'
import type { Slot } from '#types/meals/slots'
import { toTop } from '@/platform/page'
import { forgetDraft } from '@/services/draft'
import { ManagersOnly } from '../managers-only'
import { EndServing } from './end-serving'
import { draftNameOf } from './plan-draft'
import { PlanList } from './plan-list'
import type { Tried } from './tried'
import { TryPlan } from './try-plan'
import { WritePlan } from './write-plan'

const title = '供餐安排'

/** What a station serves, from when on. */
export default function Plans() {
  return (
    <ManagersOnly title={title}>
      {({ id, name }) => <OfStation key={id} stationId={id} name={name} />}
    </ManagersOnly>
  )
}

/** What is looked at: all plans, one that is written, from when on nothing is served, or what a change would do. */
type Step =
  | { at: 'list' }
  | { at: 'writing'; from: KeptPlan | null; plans: readonly KeptPlan[] }
  | { at: 'ending'; plans: readonly KeptPlan[] }
  | ({ at: 'trial'; back: Step } & Tried)

function OfStation({ stationId, name }: { stationId: string; name: string }) {
  const [slot, setSlot] = useState<Slot>('lunch')
  const [step, setStep] = useState<Step>({ at: 'list' })
  const [isKept, setKept] = useState(false)
  const go = (next: Step) => {
    if (next.at !== 'list') setKept(false)
    setStep(next)
    toTop()
  }
  const backToList = () => go({ at: 'list' })
  const onTried = (tried: Tried) => go({ ...tried, at: 'trial', back: step })
  const own = { stationId, slot, onTried }
  switch (step.at) {
    case 'list':
      return (
        <PlanList
          {...own}
          name={name}
          isKept={isKept}
          onSlot={(picked) => {
            setKept(false)
            setSlot(picked)
          }}
          onWrite={(from, plans) => go({ at: 'writing', from, plans })}
          onEnd={(plans) => go({ at: 'ending', plans })}
        />
      )
    case 'writing':
      return <WritePlan {...own} from={step.from} plans={step.plans} onBack={backToList} />
    case 'ending':
      return <EndServing {...own} plans={step.plans} onBack={backToList} />
    case 'trial':
      return (
        <TryPlan
          stationId={stationId}
          tried={step}
          onBack={() => go(step.back)}
          onKept={() => {
            if (step.back.at === 'writing') forgetDraft(draftNameOf(stationId, slot, step.back.from))
            backToList()
            setKept(true)
          }}
        />
      )
  }
}
