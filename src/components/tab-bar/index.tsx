import { View } from '@tarojs/components'
import { openTab } from '@/platform/navigation'
import { useWaiting } from '@/services/person'
import { aria } from '../aria'
import { Icon } from '../icon'
import type { IconName } from '../icon/names'
import { Tap } from '../tap'
import './index.scss'

const tabs = [
  { page: 'home', word: '首页', icon: 'house' },
  { page: 'bookings', word: '我的预约', icon: 'calendar-check' },
  { page: 'me', word: '我的', icon: 'user-round' },
] as const satisfies readonly { page: string; word: string; icon: IconName }[]

export type Tab = (typeof tabs)[number]['page']

/** A number beyond two digits says no more. */
const most = (count: number): string => (count > 99 ? '99+' : String(count))

/** WeChat's own labels are 10 px; these are read. */
export function TabBar({ current }: { current: Tab }) {
  const waiting = useWaiting()
  return (
    <View className="tab-bar" {...aria({ role: 'navigation', label: '主要页面' })}>
      {tabs.map((tab) => (
        <Tap
          key={tab.page}
          className={tab.page === current ? 'tab-bar-one tab-bar-on' : 'tab-bar-one'}
          current={tab.page === current}
          label={tab.page === 'home' && waiting > 0 ? `${tab.word}${most(waiting)}件要看` : undefined}
          onTap={() => {
            if (tab.page !== current) openTab(`pages/${tab.page}`)
          }}
        >
          <Icon name={tab.icon} size={30} />
          <View className="tab-bar-word">
            {tab.word}
            {tab.page === 'home' && waiting > 0 && <View className="tab-bar-number">{most(waiting)}</View>}
          </View>
        </Tap>
      ))}
    </View>
  )
}
