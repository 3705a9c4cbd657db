import { View } from '@tarojs/components'
import type { LocalDate } from '#types/values'
import { aria } from '@/components/aria'
import { Choice, Choices } from '@/components/choice'
import { Field } from '@/components/field'
import { Lead, Title } from '@/components/text'
import { ageFrom, type Form } from './form'

interface Props {
  form: Form
  today: LocalDate
  write(change: Partial<Form>): void
}

/** Two digits, or the year of birth: whichever comes to mind first. */
export function AgeStep({ form, today, write }: Props) {
  const age = ageFrom(form.age, today)
  const isWrong = age === null && (form.age.length === 4 || form.age.length === 3)
  return (
    <>
      <Title>今年多大岁数？</Title>
      <Field
        label="写岁数，比如 82；或者哪年生的，比如 1944"
        kind="number"
        maxLength={4}
        value={form.age}
        onChange={(typed) => write({ age: typed.replace(/\D/g, ''), isAgeUnsure: false })}
        trouble={isWrong ? '请写周岁，或者四个数字的出生年份。' : null}
      />
      <View {...aria({ live: 'polite' })}>
        {age !== null && !form.isAgeUnsure && (
          <Lead>{form.age.length === 4 ? `${form.age} 年生，按 ${age} 岁算` : `${age} 岁`}</Lead>
        )}
      </View>
      <Choices label="不清楚岁数">
        <Choice
          title="不清楚"
          isPicked={form.isAgeUnsure}
          onPick={() => write({ age: '', isAgeUnsure: true })}
        />
      </Choices>
    </>
  )
}
