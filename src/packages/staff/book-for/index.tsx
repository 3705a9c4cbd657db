import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import type { FoundElder } from '#types/people/found'
import { open } from '@/platform/navigation'
import { AtStation } from '../at-station'
import { FindElder } from '../find-elder'
import { Booked } from './booked'
import { ChooseMeal } from './choose-meal'
import { type Plan, planFor } from './plan'
import './index.scss'

const title = '帮人订餐'

export default function BookFor() {
  const { text } = useRouter<{ text?: string }>().params
  return (
    <AtStation title={title}>
      {({ stationId }) => <Counter stationId={stationId} wanted={text ?? ''} />}
    </AtStation>
  )
}

type Step =
  | { state: 'finding' }
  | { state: 'choosing'; elder: FoundElder }
  | { state: 'booked'; order: MealOrder }

/** One after the other: what was chosen for the last one is there for the next. */
function Counter({ stationId, wanted }: { stationId: string; wanted: string }) {
  const [text, setText] = useState(wanted)
  const [plan, setPlan] = useState<Plan>(planFor)
  const [step, setStep] = useState<Step>({ state: 'finding' })

  if (step.state === 'booked') {
    return (
      <Booked
        order={step.order}
        onNext={() => {
          setText('')
          setStep({ state: 'finding' })
        }}
      />
    )
  }
  if (step.state === 'choosing') {
    return (
      <ChooseMeal
        stationId={stationId}
        elder={step.elder}
        plan={plan}
        onPlan={(change) => setPlan((before) => ({ ...before, ...change }))}
        onOtherElder={() => setStep({ state: 'finding' })}
        onBooked={(order) => setStep({ state: 'booked', order })}
      />
    )
  }
  return (
    <FindElder
      title={title}
      stationId={stationId}
      text={text}
      onText={setText}
      onFound={(elder) => {
        if (elder.state === 'active') setStep({ state: 'choosing', elder })
        else open('packages/staff/elder', { stationId, elderId: elder.id }) // first she has to agree
      }}
    />
  )
}
