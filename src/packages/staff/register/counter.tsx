import { useState } from 'react'
import type { Agreed, Registered } from '#types/people/elders'
import { buzz } from '@/platform/buzz'
import { toTop } from '@/platform/page'
import { useDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import { paperOf } from '../paper-entry'
import { Done } from './done'
import { blankForm, newElder } from './form'
import { MaybeSame } from './maybe-same'
import { Where } from './where'
import { Who } from './who'

interface Props {
  stationId: string
  onNext(): void
}

type Step = 'who' | 'where'

/** An id number should not lie about on a phone for longer than a morning. */
const draftHours = 4

/** One elder at the counter or on the telephone: who she is, where she lives and what she agrees to, her card. */
export function Counter({ stationId, onNext }: Props) {
  const form = useDraft(`register ${stationId}`, blankForm, draftHours)
  const register = useAct('people.registerAt')
  const [step, setStep] = useState<Step>('who')
  const [registered, setRegistered] = useState<Registered | null>(null)
  /** Elders whom the clerk has looked at: this is another person. */
  const [looked, setLooked] = useState<string[]>([])
  const alike = register.code === 'MAYBE_REGISTERED' ? listOf(register.detail.elderIds) : []

  const goTo = (next: Step) => {
    setStep(next)
    toTop()
  }
  const send = async (agreed: Agreed[], more: string[]) => {
    const others = [...new Set([...looked, ...more])]
    setLooked(others)
    const elder = newElder(form.value)
    const paper = paperOf(form.value.said)
    if (!elder || !paper) return
    const channel = paper.how === 'paper' ? 'counter' : 'phone'
    const done = await register.run({
      elder,
      stationId,
      agreed,
      paper,
      channel,
      ...(others.length > 0 && { others }),
    })
    toTop()
    if (!done) return
    form.discard()
    buzz()
    setRegistered(done)
  }

  const startAnew = () => {
    form.discard()
    onNext()
  }

  if (registered) return <Done stationId={stationId} elder={registered} onNext={onNext} />
  if (step === 'who' || register.code === 'BAD_ID_NUMBER') {
    return (
      <Who
        form={form.value}
        onAnew={form.wasKept ? startAnew : null}
        refused={register.code === 'BAD_ID_NUMBER' ? register.detail : null}
        onChange={(change) => {
          if (register.code !== null) {
            register.clear()
            setStep('who')
          }
          form.write(change)
        }}
        onNext={() => {
          register.clear()
          goTo('where')
        }}
      />
    )
  }
  return (
    <Where
      stationId={stationId}
      form={form.value}
      register={register}
      onChange={form.write}
      onBack={() => {
        register.clear()
        goTo('who')
      }}
      onSend={(agreed, others) => void send(agreed, others)}
    >
      {(agreed) =>
        register.code === 'MAYBE_REGISTERED' && (
          <MaybeSame
            stationId={stationId}
            name={form.value.name.trim()}
            elderIds={alike}
            onClose={register.clear}
            onOther={() => void send(agreed, alike)}
          />
        )
      }
    </Where>
  )
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
