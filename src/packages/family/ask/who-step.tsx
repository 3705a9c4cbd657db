import { longest } from '#types/limits'
import { RelationChoice } from '@/components/elder-fields/relation-choice'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Title } from '@/components/text'
import type { StepProps } from './wish'

/** Who asks, as the elder will read it. */
export function WhoStep({ wish, write, isNameless }: StepProps & { isNameless: boolean }) {
  return (
    <>
      <Title>您是老人的什么人？</Title>
      <RelationChoice
        label="您是老人的什么人？"
        value={wish.relation}
        onPick={(relation) => write({ relation })}
      />
      {wish.relation === 'guardian' && (
        <Notice kind="info">监护人要带着法院或者公证处的文件，到驿站给工作人员看过，才能办。</Notice>
      )}
      {isNameless && (
        <Field
          label="您叫什么名字？"
          value={wish.ownName}
          onChange={(ownName) => write({ ownName })}
          placeholder="写真名"
          maxLength={longest.name}
        />
      )}
    </>
  )
}
