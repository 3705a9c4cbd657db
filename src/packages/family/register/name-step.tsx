import { longest } from '#types/limits'
import { RelationChoice } from '@/components/elder-fields/relation-choice'
import { Field } from '@/components/field'
import { Heading, Soft, Title } from '@/components/text'
import type { StepProps } from './parts'

/** Who is registered, and by whom. */
export function NameStep({ form, whom, write, isNameless }: StepProps & { isNameless: boolean }) {
  const name = (
    <Field
      label={whom === 'me' ? '您的名字' : '老人的名字'}
      value={form.name}
      onChange={(text) => write({ name: text })}
      placeholder="和身份证上一样"
      maxLength={longest.name}
    />
  )
  if (whom === 'me') {
    return (
      <>
        <Title>您叫什么名字？</Title>
        {name}
      </>
    )
  }
  return (
    <>
      <Title>替哪位老人登记？</Title>
      <Soft>登记好以后，要老人自己同意了，才能订餐、请人上门。</Soft>
      {name}
      <Heading>您是老人的什么人？</Heading>
      <RelationChoice
        label="您是老人的什么人？"
        value={form.relation}
        onPick={(relation) => write({ relation })}
      />
      {isNameless && (
        <Field
          label="您自己的名字"
          value={form.ownName}
          onChange={(ownName) => write({ ownName })}
          placeholder="写真名"
          maxLength={longest.name}
        />
      )}
    </>
  )
}
