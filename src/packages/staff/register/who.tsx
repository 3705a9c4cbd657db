import { useState } from 'react'
import { earliestBirth } from '#types/births'
import type { ErrorDetail } from '#types/errors'
import { longest } from '#types/limits'
import { sexWord } from '#types/words/people/elders/sexes'
import { Button } from '@/components/button'
import { DateEntry } from '@/components/date-entry'
import { IdNumberField } from '@/components/elder-fields/id-number-field'
import { PhoneField } from '@/components/elder-fields/phone-field'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Soft, Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { type IdTrouble, idTrouble } from '@/services/id-troubles'
import { optionsOf } from '@/services/options-of'
import { phoneWords } from '@/services/phone-number'
import { LookAbove } from '../look-above'
import { type Form, type Missing, missingWho } from './form'

interface Props {
  form: Form
  /** What the cloud said of the id number; null when nothing. */
  refused: ErrorDetail | null
  /** Throws away what was kept from before; null where nothing was. */
  onAnew: (() => void) | null
  onChange(change: Partial<Form>): void
  onNext(): void
}

const asks: Record<Missing, string> = {
  name: '写上老人的名字。',
  idNumber: '照着身份证填号码；没带身份证，就选“没有身份证号”。',
  birthDate: '写上出生日期。',
  sex: '选一下。',
  phone: `${phoneWords}没有的话，选“没有电话”。`,
}

/** First: who she is and how she is reached. An id number tells birth date and sex by itself. */
export function Who({ form, refused, onAnew, onChange, onNext }: Props) {
  const [isTried, setTried] = useState(false)
  const missing = missingWho(form)
  const refusal: IdTrouble | null = refused && idTrouble(refused)
  const trouble = (part: Missing) => {
    if (isTried && missing.includes(part)) return asks[part]
    return part === 'idNumber' && refusal ? refusal.words : null
  }
  const next = () => {
    setTried(true)
    if (missing.length === 0) onNext()
  }
  return (
    <PageFrame
      title="登记老人"
      dense
      action={
        <>
          {isTried && missing.length > 0 && <LookAbove />}
          <Button onTap={next}>下一步：住在哪里</Button>
        </>
      }
    >
      <Title>先写是谁</Title>
      <Soft>一共两步，写的都留在手机里。</Soft>
      {onAnew && (
        <>
          <Notice kind="warn">
            {`${form.name.trim() ? `${form.name.trim()}的登记` : '上次的登记'}还没有写完，写过的都留着。是别的老人，就先点重新写。`}
          </Notice>
          <Button kind="second" onTap={onAnew}>
            重新写
          </Button>
        </>
      )}
      <Field
        label="名字"
        value={form.name}
        onChange={(name) => onChange({ name })}
        maxLength={longest.name}
        trouble={trouble('name')}
      />
      <Segmented
        label="有没有身份证号"
        options={[
          { value: 'idCard', word: '有身份证号' },
          { value: 'none', word: '没有身份证号' },
        ]}
        value={form.papers}
        onPick={(papers) => onChange({ papers })}
      />
      {form.papers === 'idCard' ? (
        <IdNumberField
          label="身份证号（出生日期和性别不用再填）"
          value={form.idNumber}
          onChange={(idNumber) => onChange({ idNumber })}
          trouble={trouble('idNumber')}
          without="请选“没有身份证号”"
        />
      ) : (
        <>
          <DateEntry
            label="出生日期"
            value={form.birthDate}
            onChange={(birthDate) => onChange({ birthDate })}
            earliest={earliestBirth(dateOf(cloudNow()))}
            latest={dateOf(cloudNow())}
            trouble={trouble('birthDate')}
          />
          <Segmented
            label="性别"
            options={optionsOf(sexWord)}
            value={form.sex}
            onPick={(sex) => onChange({ sex })}
          />
          {trouble('sex') && <Soft>{trouble('sex')}</Soft>}
        </>
      )}
      <Segmented
        label="有没有电话"
        options={[
          { value: 'phone', word: '有电话' },
          { value: 'none', word: '没有电话' },
        ]}
        value={form.reach}
        onPick={(reach) => onChange({ reach })}
      />
      {form.reach === 'phone' && (
        <PhoneField
          label="电话"
          value={form.phone}
          onChange={(phone) => onChange({ phone })}
          trouble={trouble('phone')}
        />
      )}
    </PageFrame>
  )
}
