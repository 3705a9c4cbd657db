import { useState } from 'react'
import { longest } from '#types/limits'
import { Button } from '@/components/button'
import { PhoneField } from '@/components/elder-fields/phone-field'
import { RelationChoice } from '@/components/elder-fields/relation-choice'
import { Field } from '@/components/field'
import { PageFrame } from '@/components/page-frame'
import { Heading, Title } from '@/components/text'
import { contactTrouble, isContactNumber } from '@/services/phone-number'
import type { Kin } from '@/services/words'
import { isMasked } from './is-masked'

export interface Contact {
  name: string
  relation: Kin
  phone: string
}

interface Props {
  /** null: a new one. */
  contact: Contact | null
  onDone(contact: Contact): void
  onBack(): void
}

/** One person to ring. */
export function ContactForm({ contact, onDone, onBack }: Props) {
  const [name, setName] = useState(contact?.name ?? '')
  const [relation, setRelation] = useState<Kin | null>(contact?.relation ?? null)
  const [phone, setPhone] = useState(contact && !isMasked(contact.phone) ? contact.phone : '')
  const missing = missingWord(name, relation, phone)
  const done = () => {
    if (relation) onDone({ name: name.trim(), relation, phone: phone.trim() })
  }
  return (
    <PageFrame
      title="联系人"
      action={
        <Button disabled={missing !== null} onTap={done}>
          {missing ?? '写好了'}
        </Button>
      }
      second={
        <Button kind="second" onTap={onBack}>
          返回
        </Button>
      }
    >
      <Title>{contact ? '改一改这一位' : '加一位'}</Title>
      <Field label="名字" value={name} onChange={setName} maxLength={longest.name} />
      <Heading>是老人的什么人？</Heading>
      <RelationChoice label="是老人的什么人？" value={relation} onPick={setRelation} />
      <PhoneField
        label="电话"
        value={phone}
        onChange={setPhone}
        placeholder="手机或座机"
        trouble={phone.length < 11 ? null : contactTrouble(phone)}
      />
    </PageFrame>
  )
}

function missingWord(name: string, relation: Kin | null, phone: string): string | null {
  if (name.trim() === '') return '先写名字'
  if (!relation) return '先选是什么人'
  return isContactNumber(phone) ? null : '先填电话'
}
