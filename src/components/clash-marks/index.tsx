import { View } from '@tarojs/components'
import type { SetClashes } from '#types/meals/clashes'
import { clashWord, unsaidWord } from '@/services/dish-words'
import { Icon } from '../icon'
import './index.scss'

interface Props {
  /** Nothing where nobody knows, or nobody is told. */
  found: SetClashes | null | undefined
  /** 您, 妈妈 */
  elderWord: string
}

/** Which dishes of a set hold what she is allergic to or does not eat, and of which nobody knows. It forbids nothing, and says nothing of the others. */
export function ClashMarks({ found, elderWord }: Props) {
  if (!found) return null
  const unsaid = unsaidWord(found)
  if (found.clashes.length === 0 && unsaid === null) return null
  return (
    <View className="clash-marks">
      {found.clashes.map((clash) => (
        <View key={`${clash.dish} ${clash.by} ${clash.diets ? 'diet' : 'allergy'}`} className="clash-mark">
          <Icon name="circle-alert" />
          <View className="clash-words">{clashWord(clash, elderWord)}</View>
        </View>
      ))}
      {unsaid && <View>{unsaid}</View>}
    </View>
  )
}
