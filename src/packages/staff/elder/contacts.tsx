import { useState } from 'react'
import type { EmergencyContact } from '#types/people/elders'
import { relationWord } from '#types/words/people/circle/relations'
import { Button } from '@/components/button'
import { Facts } from '@/components/facts'
import { Notice } from '@/components/notice'
import { Soft } from '@/components/text'
import { useAct } from '@/services/use-act'
import { ContactsForm } from './contacts-form'
import { Masked } from './masked'
import type { PartProps } from './part'
import { Subject } from './subject'

const title = '紧急联系人'

/** Whom to ring when something is wrong. To change one, all have to be there in full, and that is written down too. */
export function Contacts({ file, onFile }: PartProps) {
  const reveal = useAct('people.reveal')
  const [editing, setEditing] = useState<EmergencyContact[] | null>(null)

  const edit = async () => {
    if (file.contacts.length === 0) return setEditing([])
    const shown = await reveal.run({ elderId: file.id, field: 'contacts', reason: '改紧急联系人' })
    if (!shown) return
    setEditing(
      file.contacts.map(({ name, relation }, nth) => ({
        name,
        relation,
        phone: shown.values[nth]?.value ?? '',
      })),
    )
  }
  if (editing) {
    return (
      <ContactsForm
        file={file}
        contacts={editing}
        onSaved={(changed) => {
          onFile(changed)
          setEditing(null)
        }}
        onBack={() => setEditing(null)}
      />
    )
  }
  return (
    <Subject
      title={title}
      file={file}
      action={
        file.may.correct && (
          <>
            {reveal.trouble && <Notice>{reveal.trouble}</Notice>}
            <Button pending={reveal.isPending} onTap={() => void edit()}>
              {file.contacts.length === 0 ? '加一位联系人' : '改联系人'}
            </Button>
          </>
        )
      }
    >
      <Masked
        canReveal={file.may.reveal && file.contacts.length > 0}
        file={file}
        field="contacts"
        title="看完整的号码"
        name="电话"
      >
        {file.contacts.length === 0 && <Soft>还没有。出了事打给谁，先问一问。</Soft>}
        <Facts
          rows={file.contacts.map(({ name, relation, phone }) => ({
            name: `${relationWord[relation]} ${name}`,
            value: phone,
          }))}
        />
      </Masked>
      {file.may.correct && file.contacts.length > 0 && (
        <Soft>改的时候会把号码全部显示出来，也会记下您看过。</Soft>
      )}
    </Subject>
  )
}
