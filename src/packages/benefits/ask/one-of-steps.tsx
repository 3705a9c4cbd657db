import type { Hukou, Living } from '#types/people/elders'
import type { AbilityLevel } from '#types/policies/conditions'
import { hukouWord } from '#types/words/people/elders/hukous'
import { livingWord } from '#types/words/people/elders/livings'
import { gradeWord } from '#types/words/policies/abilities'
import { Choice, Choices } from '@/components/choice'
import { Soft, Title } from '@/components/text'
import { type Form, unsure } from './form'

interface StepProps {
  form: Form
  write(change: Partial<Form>): void
}

interface Props<T extends string> {
  title: string
  options: readonly { value: T; word: string; hint?: string }[]
  value: T | typeof unsure | null
  onPick(value: T | typeof unsure): void
}

/** One of several, or not sure. */
function OneOf<T extends string>({ title, options, value, onPick }: Props<T>) {
  return (
    <Choices label={title}>
      {options.map((one) => (
        <Choice
          key={one.value}
          title={one.word}
          hint={one.hint}
          isPicked={one.value === value}
          onPick={() => onPick(one.value)}
        />
      ))}
      <Choice title="不清楚" isPicked={value === unsure} onPick={() => onPick(unsure)} />
    </Choices>
  )
}

export function HukouStep({ form, write }: StepProps) {
  const title = '户口在哪里？'
  return (
    <>
      <Title>{title}</Title>
      <Soft>看户口本第一页上的地址。</Soft>
      <OneOf<Hukou>
        title={title}
        options={(Object.keys(hukouWord) as Hukou[]).map((value) => ({ value, word: hukouWord[value] }))}
        value={form.hukou}
        onPick={(hukou) => write({ hukou })}
      />
    </>
  )
}

export function LivingStep({ form, write }: StepProps) {
  const title = '和谁一起住？'
  return (
    <>
      <Title>{title}</Title>
      <OneOf<Living>
        title={title}
        options={(Object.keys(livingWord) as Living[]).map((value) => ({ value, word: livingWord[value] }))}
        value={form.living}
        onPick={(living) => write({ living })}
      />
    </>
  )
}

/** In the order of the grades, each as one would see it at home. */
const abilityHints: readonly { value: AbilityLevel; hint: string }[] = [
  { value: 'able', hint: '吃饭、穿衣、走路都自己来' },
  { value: 'mild', hint: '个别事要人帮一把' },
  { value: 'moderate', hint: '好几样事要人帮' },
  { value: 'severe', hint: '大多数事要人照顾' },
  { value: 'total', hint: '全靠人照顾' },
]

/** Most have not been assessed, so this one may be left out. */
export function AbilityStep({ form, write }: StepProps) {
  const title = '有人来评估过身体能力吗？'
  return (
    <>
      <Title>{title}</Title>
      <Soft>有评估报告的，照报告上写的选。没有评估过，选“不清楚”，或者不答。</Soft>
      <OneOf<AbilityLevel>
        title={title}
        options={abilityHints.map(({ value, hint }, grade) => ({ value, hint, word: gradeWord(grade) }))}
        value={form.ability}
        onPick={(ability) => write({ ability })}
      />
    </>
  )
}
