import { useState } from 'react'
import { PhoneField } from '@/components/elder-fields/phone-field'
import { Notice } from '@/components/notice'
import { Segmented } from '@/components/segmented'
import { Soft, Title } from '@/components/text'
import { call } from '@/services/cloud'
import { sentenceFor } from '@/services/sentences'
import { canGiveNumber, OwnNumber } from './own-number'
import type { StepProps } from './parts'

/** The number to ring her on: her own phone knows it; typed for somebody else. */
export function PhoneStep({ form, whom, write }: StepProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const isMe = whom === 'me'

  const take = async (code: string) => {
    setTrouble(null)
    try {
      const { phone } = await call('people.phone', { code })
      write({ phone, hasPhone: true })
    } catch (error) {
      setTrouble(sentenceFor(error))
    }
  }
  return (
    <>
      <Title>{isMe ? '您的手机号是多少？' : '老人的电话是多少？'}</Title>
      <Soft>上门的人找不到门，或者饭有变化，可以打这个电话。别人只看得到前三位和后四位。</Soft>
      <Segmented
        label={isMe ? '有没有手机' : '老人有没有电话'}
        options={[
          { value: 'yes', word: '有电话' },
          { value: 'no', word: '没有' },
        ]}
        value={form.hasPhone ? 'yes' : 'no'}
        onPick={(has) => write({ hasPhone: has === 'yes' })}
      />
      {form.hasPhone && (
        <>
          {isMe && canGiveNumber && <OwnNumber onCode={(code) => void take(code)} onTrouble={setTrouble} />}
          {trouble && <Notice>{trouble}</Notice>}
          <PhoneField
            label={isMe ? '手机号' : '老人的手机或者家里的电话'}
            value={form.phone}
            onChange={(phone) => write({ phone })}
            placeholder={isMe ? '十一位' : '座机要带区号'}
            kind={isMe ? 'number' : 'text'}
          />
        </>
      )}
      {!form.hasPhone && <Soft>没有电话也能登记，只是有事的时候，没法打电话告诉您。</Soft>}
    </>
  )
}
