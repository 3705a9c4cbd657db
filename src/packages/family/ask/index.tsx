import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { PageFrame } from '@/components/page-frame'
import { buzz } from '@/platform/buzz'
import { ring } from '@/platform/ring'
import { useDraft } from '@/services/draft'
import { usePerson } from '@/services/person'
import { useAct } from '@/services/use-act'
import { StepFrame } from '../../../components/step-frame/index'
import { freshMe } from '../fresh-me'
import { AtStation } from './at-station'
import { FindStep } from './find-step'
import { Told } from './told'
import { WhatStep } from './what-step'
import { WhoStep } from './who-step'
import { type Asked, askOf, blank, missing, steps, type Wish } from './wish'

const title = '替家人办'

export default function Ask() {
  const person = usePerson()
  const [asked, setAsked] = useState<Asked | null>(null)
  if (asked) return <Told asked={asked} />
  if (person.state !== 'ready') return <PageFrame title={title} load={person} />
  return <Asking isNameless={person.data.me.name === null} onAsked={setAsked} />
}

const draftHours = 48

interface Props {
  isNameless: boolean
  onAsked(asked: Asked): void
}

/** Whom, who, what: three short questions, and then it is said to her. */
function Asking({ isNameless, onAsked }: Props) {
  const { code = '' } = useRouter<{ code?: string }>().params
  const draft = useDraft<Wish>(`ask ${code}`, { ...blank, code }, draftHours)
  const [idNumber, setIdNumber] = useState('')
  const act = useAct('people.ask')
  const wish = draft.value
  const filled = { wish, idNumber, isNameless }

  const { stationPhone } = act.detail
  const toRing = act.code === 'TOO_MANY_TODAY' && typeof stationPhone === 'string' ? stationPhone : null
  const isUnknown = act.code === 'NOT_FOUND_BY_THIS'
  const firstGap = steps.findIndex((step) => missing(step, filled) !== null)
  const at = isUnknown ? 0 : Math.min(wish.at, firstGap === -1 ? steps.length - 1 : firstGap)
  const step = steps[at] ?? 'find'

  const go = (to: number) => {
    if (act.code) act.clear()
    draft.write({ at: to })
  }
  const write = (change: Partial<Wish>) => {
    if (act.code) act.clear()
    draft.write({ ...change, at })
  }
  const send = async () => {
    const ask = askOf(filled)
    const asked = ask && (await act.run(ask))
    if (!asked) return
    draft.discard()
    buzz()
    void freshMe()
    onAsked(asked)
  }
  return (
    <StepFrame
      title={title}
      at={at}
      count={steps.length}
      gap={missing(step, filled)}
      onGo={go}
      send={
        toRing
          ? { words: '打电话给驿站', icon: 'phone', run: () => ring(toRing) }
          : { words: '好了，请老人同意', isPending: act.isPending, run: () => void send() }
      }
      trouble={isUnknown ? null : act.trouble}
    >
      {step === 'find' && (
        <FindStep
          wish={wish}
          write={write}
          idNumber={idNumber}
          onIdNumber={(typed) => {
            write({})
            setIdNumber(typed)
          }}
          trouble={isUnknown ? act.trouble : null}
        />
      )}
      {step === 'who' && <WhoStep wish={wish} write={write} isNameless={isNameless} />}
      {step === 'what' && <WhatStep wish={wish} write={write} />}
      {toRing && <AtStation phone={toRing} />}
    </StepFrame>
  )
}
