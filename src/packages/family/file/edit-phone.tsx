import { useState } from 'react'
import { PhoneField } from '@/components/elder-fields/phone-field'
import { Notice } from '@/components/notice'
import { Segmented } from '@/components/segmented'
import { Soft } from '@/components/text'
import { call } from '@/services/cloud'
import { useDraft } from '@/services/draft'
import { isPhoneNumber, phoneTrouble } from '@/services/phone-number'
import { sentenceFor } from '@/services/sentences'
import { canGiveNumber, OwnNumber } from '../register/own-number'
import { draftHours, Edit, type EditProps, useCorrect } from './edit'

export function EditPhone(props: EditProps) {
  const { elder, file, onBack } = props
  const draft = useDraft(`file ${elder.id} phone`, { phone: '', hasPhone: true }, draftHours)
  const { phone, hasPhone } = draft.value
  const { act, save } = useCorrect(props, draft.discard)
  const [trouble, setTrouble] = useState<string | null>(null)

  const take = async (code: string) => {
    try {
      draft.write({ phone: (await call('people.phone', { code })).phone })
      setTrouble(null)
    } catch (error) {
      setTrouble(sentenceFor(error))
    }
  }
  return (
    <Edit
      elder={elder}
      title={elder.relation === 'self' ? '您的电话是多少？' : '老人的电话是多少？'}
      act={act}
      missing={!hasPhone || isPhoneNumber(phone) ? null : '先填电话'}
      onSave={() => void save({ phone: hasPhone ? phone.trim() : null })}
      onBack={() => {
        draft.discard()
        onBack()
      }}
    >
      <Soft>{file.phone ? `现在填的是 ${file.phone}。` : '现在没有填电话。'}</Soft>
      <Segmented
        label="有没有电话"
        options={[
          { value: 'yes', word: '有电话' },
          { value: 'no', word: '没有电话' },
        ]}
        value={hasPhone ? 'yes' : 'no'}
        onPick={(has) => draft.write({ hasPhone: has === 'yes' })}
      />
      {hasPhone ? (
        <>
          {elder.relation === 'self' && canGiveNumber && (
            <OwnNumber onCode={(code) => void take(code)} onTrouble={setTrouble} />
          )}
          {trouble && <Notice>{trouble}</Notice>}
          <PhoneField
            label="新的电话"
            value={phone}
            onChange={(typed) => draft.write({ phone: typed })}
            placeholder="手机或座机"
            trouble={phone.length < 11 ? null : phoneTrouble(phone)}
          />
        </>
      ) : (
        <Soft>改好以后，现在填的电话就删掉了。有事的时候，没法打电话来说。</Soft>
      )}
    </Edit>
  )
}
