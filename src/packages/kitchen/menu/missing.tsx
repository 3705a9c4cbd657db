import { View } from '@tarojs/components'
import type { KitchenWeek } from '#types/meals/menu-actions'
import type { Menu } from '#types/meals/menus'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Lead } from '@/components/text'
import './index.scss'
import { missingLines } from './words'

const label = '补上这些才能发'

/** What holds the menu back; nothing where nothing does. */
export function Missing({ week, menu }: { week: KitchenWeek; menu: Menu }) {
  if (week.missingCount === 0) return null
  const lines = missingLines(week, menu)
  const more = week.missingCount - week.missing.length
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
        {more > 0 && <View>{`还有 ${more} 样，补上这些就看得到。`}</View>}
      </View>
    </Card>
  )
}
