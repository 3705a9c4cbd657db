import { livingWord } from '#types/words/people/elders/livings'
import { Choice, Choices } from '@/components/choice'
import { useDraft } from '@/services/draft'
import { callWord } from '@/services/words'
import { livingsAtHome } from '../livings'
import { draftHours, Edit, type EditProps, useCorrect } from './edit'

export function EditLiving(props: EditProps) {
  const { elder, file, onBack } = props
  const draft = useDraft(`file ${elder.id} living`, { living: file.living }, draftHours)
  const { living } = draft.value
  const { act, save } = useCorrect(props, draft.discard)
  return (
    <Edit
      elder={elder}
      title={`${callWord(elder)}现在和谁住？`}
      act={act}
      missing={living === file.living ? '先选改成什么' : null}
      onSave={() => void save({ living })}
      onBack={() => {
        draft.discard()
        onBack()
      }}
    >
      <Choices label="和谁住">
        {livingsAtHome.map((one) => (
          <Choice
            key={one}
            title={livingWord[one]}
            isPicked={one === living}
            onPick={() => draft.write({ living: one })}
          />
        ))}
      </Choices>
    </Edit>
  )
}
