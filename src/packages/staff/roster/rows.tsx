import { View } from '@tarojs/components'
import type { RosterRow } from '#types/people/privacy'
import { aria } from '@/components/aria'
import { Strong } from '@/components/text'
import { diedWord } from '@/services/dates'
import { rowWords } from './row-words'
import './index.scss'

/** One elder a line, or two where the words need them. */
export function Rows({ rows }: { rows: readonly RosterRow[] }) {
  return (
    <View className="roster" {...aria({ role: 'list', label: '名册' })}>
      {rows.map((row) => {
        const { sex, living, categories } = rowWords(row)
        return (
          <View key={row.id} className="roster-row" {...aria({ role: 'listitem' })}>
            <View className="roster-head">
              <Strong>{row.name}</Strong>
              <View>{`${sex}，${row.birthYear} 年生`}</View>
            </View>
            {row.diedOn && <View>{diedWord(row.diedOn)}</View>}
            <View className="soft soft-small">
              {[row.building, row.phoneTail ? `电话 …${row.phoneTail}` : '没有电话', living].join('，')}
            </View>
            {categories && <View className="soft soft-small">{categories}</View>}
          </View>
        )
      })}
    </View>
  )
}
