import type { Living } from '#types/people/elders'
import { Choice, Choices } from '@/components/choice'
import { useDraft } from '@/services/draft'
import { callWord, livingWord } from '@/services/words'
import { draftHours, Edit, type EditProps, useCorrect } from './edit'

const livings: readonly Living[] = ['alone', 'couple', 'withFamily', 'withOther']

export function EditLiving(props: EditProps) {
  const { elder, file, onBack } = props
  const draft = useDraft(`file ${elder.id} living`, { living: file.living }, draftHours)
  const { living } = draft.value
  const { act, save } = useCorrect(props, draft.discard)
  return (
    <Edit
      elder={elder}
      title={`${callWord(elder)}现在和谁住`}
      act={act}
      missing={living === file.living ? '先选改成什么' : null}
      onSave={() => void save({ living })}
      onBack={() => {
        draft.discard()
        onBack()
      }}
    >
      <Choices label="和谁住">
        {livings.map((one) => (
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
