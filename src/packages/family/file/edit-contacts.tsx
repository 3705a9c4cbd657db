import { View } from '@tarojs/components'
import { useState } from 'react'
import { most } from '#types/limits'
import { relationWord } from '#types/words/people/circle/relations'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Soft, Strong } from '@/components/text'
import { toTop } from '@/platform/page'
import { useDraft } from '@/services/draft'
import { isContactNumber } from '@/services/phone-number'
import { type Contact, ContactForm } from './contact-form'
import { draftHours, Edit, type EditProps, useCorrect } from './edit'
import { isMasked } from './is-masked'

interface Props extends EditProps {
  /** The numbers in full, or masked, which keeps them; empty words where they could not be read, so that they are typed again. */
  phones: readonly string[]
}

/** A number that somebody may not read is kept as it is. */
const asChanged = (contact: Contact) => ({
  ...contact,
  phone: isMasked(contact.phone) ? null : contact.phone,
})

/** Whom to ring, the first one first: add, change, take away, move up. */
export function EditContacts(props: Props) {
  const { elder, file, phones, onBack } = props
  const known = file.contacts.map(({ name, relation }, nth) => ({ name, relation, phone: phones[nth] ?? '' }))
  const draft = useDraft<{ contacts: Contact[] }>(
    `file ${elder.id} contacts`,
    { contacts: known },
    draftHours,
  )
  const { contacts } = draft.value
  const { act, save } = useCorrect(props, draft.discard)
  /** Which one is being written; the length of the list for a new one. */
  const [writing, setWriting] = useState<number | null>(null)
  const put = (changed: Contact[]) => draft.write({ contacts: changed })
  const write = (nth: number | null) => {
    setWriting(nth)
    toTop()
  }

  if (writing !== null) {
    return (
      <ContactForm
        contact={contacts[writing] ?? null}
        onBack={() => write(null)}
        onDone={(contact) => {
          put([...contacts.slice(0, writing), contact, ...contacts.slice(writing + 1)])
          write(null)
        }}
      />
    )
  }
  const unfinished = contacts.find(({ phone }) => !isContactNumber(phone) && !isMasked(phone))
  return (
    <Edit
      elder={elder}
      title="出事先找谁？"
      act={act}
      missing={unfinished ? `先填${unfinished.name}的电话` : null}
      onSave={() => void save({ contacts: contacts.map(asChanged) })}
      onBack={() => {
        draft.discard()
        onBack()
      }}
    >
      <Soft>有急事，先打第一位的电话，打不通再打下一位。</Soft>
      {contacts.map((contact, nth) => (
        <Card key={`${contact.name} ${contact.phone}`}>
          <View className="file-card">
            <View className="file-contact">
              <View>
                {`${nth + 1}. ${relationWord[contact.relation]} `}
                <Strong>{contact.name}</Strong>
              </View>
              <View>{contact.phone || '电话要重新填'}</View>
            </View>
            <View className="file-ways">
              {nth > 0 && (
                <Way label={`${contact.name}，排到前面`} onTap={() => put(movedUp(contacts, nth))}>
                  排到前面
                </Way>
              )}
              <Way label={`${contact.name}，改`} onTap={() => write(nth)}>
                改
              </Way>
              <Way
                label={`${contact.name}，去掉`}
                onTap={() => put(contacts.filter((_, other) => other !== nth))}
              >
                去掉
              </Way>
            </View>
          </View>
        </Card>
      ))}
      {contacts.length === 0 && <Soft>一位都没有了。</Soft>}
      {contacts.length < most.contacts ? (
        <Button kind="second" icon="user-plus" onTap={() => write(contacts.length)}>
          加一位
        </Button>
      ) : (
        <Soft>{`最多填 ${most.contacts} 位。`}</Soft>
      )}
    </Edit>
  )
}

function Way({ label, onTap, children }: { label: string; onTap(): void; children: string }) {
  return (
    <View className="file-way">
      <Button kind="second" label={label} onTap={onTap}>
        {children}
      </Button>
    </View>
  )
}

/** The one at `nth` before the one that stood there. */
function movedUp(contacts: readonly Contact[], nth: number): Contact[] {
  const [before, one] = contacts.slice(nth - 1, nth + 1)
  if (!before || !one) return [...contacts]
  return [...contacts.slice(0, nth - 1), one, before, ...contacts.slice(nth + 1)]
}
