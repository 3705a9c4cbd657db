import { View } from '@tarojs/components'
import type { KitchenWeek } from '#types/meals/menu-actions'
import type { Menu } from '#types/meals/menus'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Lead } from '@/components/text'
import './index.scss'
import { missingLines } from './words'

/** So much is named at once: the days of the week stand beneath it. */
const mostNamed = 5

/** What holds the menu back; nothing where nothing does. */
export function Missing({ week, menu }: { week: KitchenWeek; menu: Menu }) {
  if (week.missingCount === 0) return null
  const named = week.missing.slice(0, mostNamed)
  const lines = missingLines(named, menu)
  const label = menu.state === 'draft' ? '补上这些才能发' : '这几样请改一改'
  const more = week.missingCount - named.length
  return (
    <Card kind="warn">
      <View className="kitchen-card">
        <Lead>{label}</Lead>
        <View className="kitchen-list" {...aria({ role: 'list', label })}>
          {lines.map((line) => (
            <View key={line} className="kitchen-line" {...aria({ role: 'listitem' })}>
              {line}
            </View>
          ))}
        </View>
        {named.some(({ what }) => what === 'allergens') && <View>没有的话，也要写“没有”。</View>}
        {more > 0 && <View>{`还有 ${more} 样，补上这些就看得到。`}</View>}
      </View>
    </Card>
  )
}
