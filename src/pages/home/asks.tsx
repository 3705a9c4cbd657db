import { View } from '@tarojs/components'
import type { Me } from '#types/people'
import { relationWord } from '#types/words/people/circle/relations'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Lead, Soft } from '@/components/text'
import { open } from '@/platform/navigation'

/** Tells an elder who wants to act for her; her own page is where she answers. */
export function Asks({ me: { asks, asking, elders } }: { me: Me }) {
  const [first] = asks
  const self = elders.find(({ relation }) => relation === 'self')
  if (!first) return null
  const who = `${relationWord[first.relation]}${first.name}`
  return (
    <Card kind="warn" onTap={() => open('packages/family/circle', { elderId: self?.id })}>
      <View className="home-visit">
        <View className="home-visit-words">
          <Lead>
            {asking > 1 ? `${who}等 ${asking} 个人` : who}
            想替您办事
          </Lead>
          <Soft>请您看看，同不同意</Soft>
        </View>
        <Icon name="chevron-right" size={30} />
      </View>
    </Card>
  )
}
