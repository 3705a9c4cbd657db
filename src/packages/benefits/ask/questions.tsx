import { Choice, Choices } from '@/components/choice'
import { StepFrame } from '@/components/step-frame'
import { Soft, Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { AgeStep } from './age-step'
import { CategoriesStep } from './categories-step'
import { type Form, gapOf, type Step } from './form'
import { AbilityStep, HukouStep, LivingStep } from './one-of-steps'

interface Props {
  form: Form
  steps: readonly Step[]
  districts: readonly { id: string; name: string }[]
  /** Where the policies are of; null while it is not chosen. */
  district: string | null
  write(change: Partial<Form>): void
  onDone(): void
}

/** One question a screen; going back keeps every answer. */
export function Questions({ form, steps, districts, district, write, onDone }: Props) {
  const today = dateOf(cloudNow())
  const firstGap = steps.findIndex((one) => gapOf(one, form, today) !== null)
  const at = Math.min(form.at, firstGap === -1 ? steps.length - 1 : firstGap)
  const step = steps[at] ?? 'age'
  const gap = gapOf(step, form, today)
  const isSkipped = step === 'ability' && form.ability === null
  return (
    <StepFrame
      title="能享受什么"
      at={at}
      count={steps.length}
      unit="题"
      gap={gap}
      onGo={(to) => write({ at: to })}
      send={{ words: isSkipped ? '不答这一题，看结果' : '看看能享受什么', run: onDone }}
    >
      {step === 'district' && (
        <>
          <Title>您住在哪个区？</Title>
          <Choices label="您住在哪个区？">
            {districts.map(({ id, name }) => (
              <Choice
                key={id}
                title={name}
                isPicked={id === form.district}
                onPick={() => write({ district: id, categories: null, at })}
              />
            ))}
          </Choices>
        </>
      )}
      {step === 'age' && <AgeStep form={form} write={(change) => write({ ...change, at })} today={today} />}
      {step === 'hukou' && <HukouStep form={form} write={(change) => write({ ...change, at })} />}
      {step === 'living' && <LivingStep form={form} write={(change) => write({ ...change, at })} />}
      {step === 'categories' && district && (
        <CategoriesStep form={form} write={(change) => write({ ...change, at })} district={district} />
      )}
      {step === 'ability' && <AbilityStep form={form} write={(change) => write({ ...change, at })} />}
      {at === 0 && <Soft>不用登记，也不记名字。替家里老人问，就照老人的情况答。</Soft>}
    </StepFrame>
  )
}
