import { useState } from 'react'
import type { Me } from '#types/people'
import type { ConsentState, Registered } from '#types/people/elders'
import { buzz } from '@/platform/buzz'
import { useDraft } from '@/services/draft'
import { idTrouble } from '@/services/id-troubles'
import { useAct } from '@/services/use-act'
import { StepFrame } from '../../../components/step-frame/index'
import { AgreeStep } from './agree-step'
import {
  agreedTo,
  blank,
  draftHours,
  draftName,
  elderOf,
  type Form,
  missing,
  stepsOf,
  type Whom,
} from './form'
import { HomeStep } from './home-step'
import { IdentityStep } from './identity-step'
import { NameStep } from './name-step'
import { PhoneStep } from './phone-step'
import { StationStep } from './station-step'

interface Props {
  me: Me
  whom: Whom
  consents: readonly ConsentState[]
  /** It was not taken; the texts may have changed under somebody's eyes. */
  onRefused(): void
  onRegistered(registered: Registered, stationId: string): void
}

/** Registering, one question after the other; what was answered stays until it was sent. */
export function FillIn({ me, whom, consents, onRefused, onRegistered }: Props) {
  const draft = useDraft<Form>(draftName(whom), blank, draftHours)
  const [idNumber, setIdNumber] = useState('')
  const self = useAct('people.registerSelf')
  const kin = useAct('people.registerKin')
  const act = whom === 'me' ? self : kin
  const form = draft.value
  const isNameless = me.name === null
  const filled = { form, idNumber, whom, isNameless }

  const badNumber = act.code === 'BAD_ID_NUMBER' ? idTrouble(act.detail).words : null
  const steps = stepsOf(whom, consents)
  const firstGap = steps.findIndex((one) => missing(one, filled) !== null)
  const reached = Math.min(form.at, firstGap === -1 ? steps.length - 1 : firstGap)
  const at = badNumber ? steps.findIndex(({ name }) => name === 'identity') : reached
  const step = steps[at] ?? { name: 'name' }

  const go = (to: number) => {
    if (act.code) act.clear()
    draft.write({ at: to })
  }
  const write = (change: Partial<Form>) => {
    if (act.code) act.clear()
    draft.write({ ...change, at })
  }
  const send = async () => {
    const elder = elderOf(form, idNumber)
    if (!elder || !form.station) return
    const common = { elder, stationId: form.station.id }
    const registered =
      whom === 'me'
        ? await self.run({ ...common, agreed: agreedTo(form, consents) })
        : await kin.run({
            ...common,
            relation: form.relation ?? 'relative',
            ...(isNameless && { name: form.ownName.trim() }),
          })
    if (!registered) return onRefused()
    draft.discard()
    buzz()
    onRegistered(registered, form.station.id)
  }

  const shared = { form, whom, write }
  return (
    <StepFrame
      title={whom === 'me' ? '登记' : '替家人登记'}
      at={at}
      count={steps.length}
      gap={missing(step, filled)}
      onGo={go}
      send={{
        words: whom === 'me' ? '好了，登记' : '好了，替老人登记',
        isPending: act.isPending,
        run: () => void send(),
      }}
      trouble={badNumber ? null : act.trouble}
    >
      {step.name === 'name' && <NameStep {...shared} isNameless={isNameless} />}
      {step.name === 'identity' && (
        <IdentityStep
          {...shared}
          idNumber={idNumber}
          onIdNumber={(typed) => {
            write({})
            setIdNumber(typed)
          }}
          trouble={badNumber}
        />
      )}
      {step.name === 'station' && <StationStep {...shared} />}
      {step.name === 'home' && <HomeStep {...shared} />}
      {step.name === 'phone' && <PhoneStep {...shared} />}
      {step.name === 'agree' && <AgreeStep {...shared} text={step.text} />}
    </StepFrame>
  )
}
