import { View } from '@tarojs/components'
import { useState } from 'react'
import { longest, most } from '#types/limits'
import type { ElderFile, EmergencyContact } from '#types/people/elders'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PhoneField } from '@/components/elder-fields/phone-field'
import { RelationChoice } from '@/components/elder-fields/relation-choice'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Heading } from '@/components/text'
import { type Told, ToldHow } from '@/components/told-how'
import { contactPhoneWords, isContactNumber } from '@/services/phone-number'
import { useAct } from '@/services/use-act'
import { LookAbove } from '../look-above'
import { Subject } from './subject'
import './index.scss'

interface Props {
  file: ElderFile
  contacts: EmergencyContact[]
  onSaved(file: ElderFile): void
  onBack(): void
}

const blank: EmergencyContact = { name: '', relation: 'daughter', phone: '' }

export function ContactsForm({ file, contacts, onSaved, onBack }: Props) {
  const correct = useAct('people.correct')
  const [list, setList] = useState(contacts.length > 0 ? contacts : [blank])
  const [channel, setChannel] = useState<Told>('counter')
  const [isTried, setTried] = useState(false)

  const change = (at: number, part: Partial<EmergencyContact>) =>
    setList(list.map((one, nth) => (nth === at ? { ...one, ...part } : one)))
  const isMissing = list.some(({ name, phone }) => !name.trim() || !isContactNumber(phone))
  const save = async () => {
    setTried(true)
    if (isMissing) return
    const changed = await correct.run({ elderId: file.id, changes: { contacts: list }, channel })
    if (changed) onSaved(changed)
  }
  return (
    <Subject
      title="紧急联系人"
      file={file}
      action={
        <>
          {isTried && isMissing && <LookAbove />}
          {correct.trouble && <Notice>{correct.trouble}</Notice>}
          <Button pending={correct.isPending} onTap={() => void save()}>
            记好联系人
          </Button>
        </>
      }
      second={
        <Button kind="second" onTap={onBack}>
          不改了
        </Button>
      }
    >
      {list.map((contact, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what is written down
        <Card key={nth}>
          <View className="staff-column">
            <Heading>{`第 ${nth + 1} 位`}</Heading>
            <Field
              label="名字"
              value={contact.name}
              onChange={(name) => change(nth, { name })}
              maxLength={longest.name}
              trouble={isTried && !contact.name.trim() ? '写上名字。' : null}
            />
            <RelationChoice
              label="是老人的什么人？"
              value={contact.relation}
              onPick={(relation) => change(nth, { relation })}
            />
            <PhoneField
              label="电话"
              value={contact.phone}
              onChange={(phone) => change(nth, { phone })}
              trouble={isTried && !isContactNumber(contact.phone) ? contactPhoneWords : null}
            />
            <Button
              kind="quiet"
              label={`去掉这一位：${contact.name.trim() || `第 ${nth + 1} 位`}`}
              onTap={() => setList(list.filter((_, other) => other !== nth))}
            >
              去掉这一位
            </Button>
          </View>
        </Card>
      ))}
      {list.length < most.contacts && (
        <Button kind="second" icon="user-plus" onTap={() => setList([...list, blank])}>
          再加一位
        </Button>
      )}
      <ToldHow value={channel} onPick={setChannel} />
    </Subject>
  )
}
