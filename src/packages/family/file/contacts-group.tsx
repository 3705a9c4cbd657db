import { View } from '@tarojs/components'
import type { ElderFile } from '#types/people/elders'
import { relationWord } from '#types/words/people/circle/relations'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { Soft, Strong } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { useAct } from '@/services/use-act'
import { Group, type GroupProps } from './group'
import { isMasked } from './is-masked'

interface Props extends GroupProps {
  /**
   * The numbers in full, in the order of the contacts; masked for whoever may not read them, empty words where nobody can.
   */
  onContacts(phones: string[]): void
}

/** 出事找谁: the first one is rung first. */
export function ContactsGroup({ elder, file, onReveal, onContacts }: Props) {
  const { contacts, may } = file
  const look = useAct('people.reveal')
  const hasMasked = contacts.some(({ phone }) => isMasked(phone))

  const change = async () => {
    if (!may.reveal || !hasMasked) return onContacts(contacts.map(({ phone }) => phone))
    const seen = await look.run({ elderId: elder.id, field: 'contacts', reason: '要改联系人' })
    if (seen) onContacts(numbersOf(file, seen.values))
  }
  return (
    <Group title="出事找谁">
      {contacts.length === 0 && <Soft>还没有填。填上一两位，有急事好打电话找人。</Soft>}
      {contacts.map(({ name, relation, phone }, nth) => (
        <View key={`${name} ${phone}`} className="file-contact">
          <View>
            {`${nth + 1}. ${relationWord[relation]} `}
            <Strong>{name}</Strong>
          </View>
          <View>{keepWhole(phone)}</View>
        </View>
      ))}
      {may.reveal && hasMasked && (
        <ListRow title="看他们的全部电话" icon="search" onTap={() => onReveal('contacts')} />
      )}
      {look.trouble && <Notice>{look.trouble}</Notice>}
      {look.code === 'KEY_LOST' && (
        <ListRow title="电话重新填一遍" icon="pencil" onTap={() => onContacts(contacts.map(() => ''))} />
      )}
      {may.correct && (
        <ListRow
          title={contacts.length === 0 ? '填上联系人' : '改联系人'}
          icon="pencil"
          onTap={() => void change()}
        />
      )}
    </Group>
  )
}

/** The numbers found, by place; by name where one was added or taken away in the meantime. */
function numbersOf(file: ElderFile, values: readonly { name: string | null; value: string }[]): string[] {
  return file.contacts.map(({ name }, nth) => {
    const found = values[nth]?.name === name ? values[nth] : values.find((one) => one.name === name)
    return found?.value ?? ''
  })
}
