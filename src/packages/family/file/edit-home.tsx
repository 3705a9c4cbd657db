import { useState } from 'react'
import { longest } from '#types/limits'
import { AllowPlace } from '@/components/allow-place'
import { Choice, Choices } from '@/components/choice'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Segmented } from '@/components/segmented'
import { Heading, Soft } from '@/components/text'
import { canLocateExactly } from '@/platform/place'
import { useDraft } from '@/services/draft'
import { refreshMe } from '@/services/person'
import { whereIAm } from '@/services/where'
import { callWord } from '@/services/words'
import { draftHours, Edit, type EditProps, useCorrect } from './edit'
import { changesOf, type Home, missingOf, type Spot } from './home'

const noPlaceWords = '没有取到手机的位置。请允许用位置再点一次，或者选“用驿站的位置”。'

export function EditHome(props: EditProps) {
  const { elder, file, onBack } = props
  const blank: Home = {
    building: file.building,
    room: '',
    roomIs: file.hasRoom ? 'kept' : 'other',
    spot: null,
  }
  const draft = useDraft(`file ${elder.id} home`, blank, draftHours)
  const { building, room, roomIs, spot } = draft.value
  const { act, save } = useCorrect(props, draft.discard)
  const [hasNoPlace, setNoPlace] = useState(false)

  const send = async () => {
    const place = spot === 'here' ? await whereIAm('tap') : null
    setNoPlace(spot === 'here' && !place)
    if (spot === 'here' && !place) return
    await save(changesOf(draft.value, file, place))
    void refreshMe() // other pages tell ways from her home
  }
  return (
    <Edit
      elder={elder}
      title={`${callWord(elder)}住在哪里？`}
      act={act}
      missing={missingOf(draft.value, file)}
      onSave={() => void send()}
      onBack={() => {
        draft.discard()
        onBack()
      }}
    >
      <Field
        label="小区和楼，或者村和组"
        value={building}
        onChange={(text) => draft.write({ building: text.replace(/\n/g, '') })}
        maxLength={longest.building}
        long
      />
      {file.hasRoom && (
        <>
          <Heading>门牌号</Heading>
          <Segmented
            label="门牌号"
            options={[
              { value: 'kept', word: '不变' },
              { value: 'other', word: '换一个' },
              { value: 'none', word: '去掉' },
            ]}
            value={roomIs}
            onPick={(picked) => draft.write({ roomIs: picked })}
          />
        </>
      )}
      {roomIs === 'other' && (
        <Field
          label={file.hasRoom ? '新的门牌号' : '门牌号（可以不写）'}
          value={room}
          onChange={(text) => draft.write({ room: text })}
          placeholder="比如：502"
          maxLength={longest.room}
        />
      )}
      <Soft>门牌号只给家人、驿站和要上门的人看。</Soft>
      <Heading>家在地图上的位置</Heading>
      <Spots
        isUnknown={file.isPlaceUnknown ?? false}
        picked={spot}
        onPick={(picked) => draft.write({ spot: picked })}
      />
      {hasNoPlace && <Notice>{noPlaceWords}</Notice>}
      {hasNoPlace && <AllowPlace onAllowed={() => void send()} />}
    </Edit>
  )
}

interface SpotsProps {
  /** Nobody has marked it yet. */
  isUnknown: boolean
  picked: Spot | null
  onPick(spot: Spot): void
}

interface SpotShown {
  value: Spot
  title: string
  hint: string
}

const atHome: SpotShown = {
  value: 'here',
  title: '我现在就在家',
  hint: '按手机现在的位置，找最近的驿站和上门的人',
}

function Spots({ isUnknown, picked, onPick }: SpotsProps) {
  const spots: SpotShown[] = [
    { value: 'kept', title: '不变', hint: isUnknown ? '还没有标出来' : '没有搬家' },
    ...(canLocateExactly ? [atHome] : []),
    { value: 'station', title: '用驿站的位置', hint: '搬了家，现在又不在那里' },
  ]
  return (
    <Choices label="家在地图上的位置">
      {spots.map(({ value, title, hint }) => (
        <Choice
          key={value}
          title={title}
          hint={hint}
          isPicked={value === picked}
          onPick={() => onPick(value)}
        />
      ))}
    </Choices>
  )
}
