import { useState } from 'react'
import { PhoneField } from '@/components/elder-fields/phone-field'
import { Facts } from '@/components/facts'
import { Segmented } from '@/components/segmented'
import { Heading } from '@/components/text'
import { type Told, ToldHow } from '@/components/told-how'
import { isPhoneNumber, phoneWords } from '@/services/phone-number'
import { Masked } from './masked'
import type { PartProps } from './part'
import { SaveFoot } from './save-foot'
import { Subject } from './subject'
import { useCorrect } from './use-change'

/** Her telephone: looked at with a reason, changed when she says so. */
export function Phone({ file, onFile }: PartProps) {
  const { act, isSaved, send, touch } = useCorrect(onFile)
  const [has, setHas] = useState<'phone' | 'none'>('phone')
  const [phone, setPhone] = useState('')
  const [channel, setChannel] = useState<Told>('counter')
  const [isTried, setTried] = useState(false)

  const save = async () => {
    setTried(true)
    if (has === 'phone' && !isPhoneNumber(phone)) return
    const changes = { phone: has === 'phone' ? phone.trim() : null }
    if (!(await send({ elderId: file.id, changes, channel }))) return
    setPhone('')
    setTried(false)
  }
  return (
    <Subject
      title="电话"
      file={file}
      action={
        file.may.correct && (
          <SaveFoot act={act} isSaved={isSaved} onTap={() => void save()}>
            {has === 'phone' ? '换成这个号' : '记下没有电话'}
          </SaveFoot>
        )
      }
    >
      <Masked
        canReveal={file.may.reveal && file.phone !== null}
        file={file}
        field="phone"
        title="看完整的电话"
        name="电话"
      >
        <Facts rows={[{ name: '现在记的', value: file.phone ?? '没有电话' }]} />
      </Masked>
      {file.may.correct && (
        <>
          <Heading>要换</Heading>
          <Segmented
            label="有没有电话"
            options={[
              { value: 'phone', word: '有新号码' },
              { value: 'none', word: '没有电话了' },
            ]}
            value={has}
            onPick={(one) => setHas(one)}
          />
          {has === 'phone' && (
            <PhoneField
              label="新的电话"
              value={phone}
              onChange={(text) => {
                touch()
                setPhone(text)
              }}
              trouble={isTried && !isPhoneNumber(phone) ? phoneWords : null}
            />
          )}
          <ToldHow value={channel} onPick={setChannel} />
        </>
      )}
    </Subject>
  )
}
