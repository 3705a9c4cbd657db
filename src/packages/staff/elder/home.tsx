import { useState } from 'react'
import { longest } from '#types/limits'
import { livingWord } from '#types/words/people/elders/livings'
import { Facts } from '@/components/facts'
import { Field } from '@/components/field'
import { Segmented } from '@/components/segmented'
import { Heading } from '@/components/text'
import { type Told, ToldHow } from '@/components/told-how'
import { optionsOf } from '@/services/options-of'
import { Masked } from './masked'
import type { PartProps } from './part'
import { SaveFoot } from './save-foot'
import { Subject } from './subject'
import { useCorrect } from './use-change'

/** Where she lives and with whom. The room stays hidden until somebody says why they look. */
export function Home({ file, onFile }: PartProps) {
  const { act, isSaved, send, touch } = useCorrect(onFile)
  const [building, setBuilding] = useState(file.building)
  const [room, setRoom] = useState('')
  const [living, setLiving] = useState(file.living)
  const [channel, setChannel] = useState<Told>('counter')
  const hasMoved = building.trim() !== file.building
  const isMissing = building.trim() === ''

  const save = async () => {
    const changes = {
      living,
      // The old room and place belong to the old building; without a place the station's stands for it.
      ...(hasMoved && { building: building.trim(), place: null }),
      ...((hasMoved || room.trim()) && { room: room.trim() || null }),
    }
    if (await send({ elderId: file.id, changes, channel })) setRoom('')
  }
  return (
    <Subject
      title="住址"
      file={file}
      action={
        file.may.correct && (
          <SaveFoot
            act={act}
            isSaved={isSaved}
            missing={isMissing ? '先写小区或者哪一栋楼' : null}
            onTap={() => void save()}
          >
            改好住址
          </SaveFoot>
        )
      }
    >
      <Masked canReveal={file.may.reveal} file={file} field="address" title="看完整的住址" name="住址">
        <Facts
          rows={[
            { name: '小区或楼', value: file.building },
            { name: '门牌号', value: file.hasRoom ? '记了，这里不显示' : '没有记' },
            { name: '和谁住', value: livingWord[file.living] },
          ]}
        />
      </Masked>
      {file.may.correct && (
        <>
          <Heading>要改</Heading>
          <Field
            label="小区或楼"
            value={building}
            onChange={(text) => {
              touch()
              setBuilding(text)
            }}
            maxLength={longest.building}
            trouble={isMissing ? '写上小区或者哪一栋楼。' : null}
          />
          <Field
            label={hasMoved ? '新的门牌号（没有就空着）' : '门牌号（不改就空着）'}
            value={room}
            onChange={(text) => {
              touch()
              setRoom(text)
            }}
            maxLength={longest.room}
          />
          <Segmented
            label="和谁住"
            options={optionsOf(livingWord)}
            value={living}
            onPick={(picked) => {
              touch()
              setLiving(picked)
            }}
          />
          <ToldHow value={channel} onPick={setChannel} />
        </>
      )}
    </Subject>
  )
}
