import { View } from '@tarojs/components'
import type { ActFor, Me } from '#types/people'
import { aria } from '@/components/aria'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { Strong } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { openTab } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, fullDay, greeting } from '@/services/dates'
import { nameInFull } from '@/services/words'

/** Hello, what day it is, whom the page is about, and the way to larger type. */
export function Greeting({ me, elder }: { me: Me; elder: ActFor | null }) {
  const now = cloudNow()
  const isAboutMyself = elder?.relation === 'self'
  const name = isAboutMyself ? elder.politeName : me.name
  return (
    <View className="home-greeting">
      <View className="home-greeting-words">
        <View className="title" {...aria({ role: 'heading', level: 1 })}>
          {greeting(now)}
          {name && `，${name}`}
        </View>
        <View className="soft">{keepWhole(fullDay(dateOf(now)))}</View>
      </View>
      <Tap className="home-font" onTap={() => openTab('pages/me')}>
        <Icon name="a-large-small" size={26} />
        <View>字大小</View>
      </Tap>
      {elder && !isAboutMyself && (
        <View className="home-greeting-whom">
          {elder.scopes.includes('order') ? '正在替' : '您可以看'} <Strong>{nameInFull(elder)}</Strong>
          {elder.scopes.includes('order') ? ' 办' : ' 的情况'}
        </View>
      )}
    </View>
  )
}
