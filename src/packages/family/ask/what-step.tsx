import type { Scope } from '#types/contract'
import { Checks } from '@/components/checks'
import { Field } from '@/components/field'
import { Soft, Title } from '@/components/text'
import { scopeOptions } from '@/services/words'
import type { StepProps } from './wish'

const answers = ['我想替您订餐', '我不放心，想常看看']

/** What is asked for; the elder may take any of it away. */
export function WhatStep({ wish, write }: StepProps) {
  return (
    <>
      <Title>您想帮什么？</Title>
      <Soft>用不着的不要选，以后还可以再说。</Soft>
      <Checks<Scope>
        label="您想帮什么？"
        options={scopeOptions('老人')}
        values={wish.scopes}
        onChange={(scopes) => write({ scopes })}
      />
      <Field
        label="跟老人说一句（可以不写）"
        value={wish.words}
        onChange={(words) => write({ words })}
        answers={answers}
        placeholder="老人看得到"
        long
      />
    </>
  )
}
