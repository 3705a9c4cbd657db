import type { ActFor, Me } from '#types/people'
import { relationWord } from '#types/words/people/circle/relations'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Heading } from '@/components/text'
import { open } from '@/platform/navigation'

/** What an elder decides and looks up about herself. */
export function OwnWays({ elder: { id: elderId }, me }: { elder: ActFor; me: Me }) {
  return (
    <>
      <Heading>我自己的事</Heading>
      <Card>
        <ListRow
          title="我能享受什么"
          icon="hand-heart"
          hint="补贴和上门服务，为什么有，还差什么"
          onTap={() => open('packages/benefits/mine', { elderId })}
        />
        <ListRow
          title="谁能替我办"
          icon="users"
          hint={asksWord(me)}
          onTap={() => open('packages/family/circle', { elderId })}
        />
        <ListRow
          title="谁为我办了什么"
          icon="clipboard-list"
          onTap={() => open('packages/family/log', { elderId })}
        />
        <ListRow title="我的资料" icon="user-round" onTap={() => open('packages/family/file', { elderId })} />
        <ListRow title="我的服务卡" icon="qr-code" onTap={() => open('packages/family/card', { elderId })} />
        <ListRow
          title="我的信息和同意"
          icon="shield-check"
          onTap={() => open('packages/family/privacy', { elderId })}
        />
      </Card>
    </>
  )
}

function asksWord({ asks, asking }: Me): string | undefined {
  const [first] = asks
  if (!first) return undefined
  if (asking > 1) return `${asking} 个人想帮您，等您答应`
  return `${relationWord[first.relation]}${first.name}想帮您，等您答应`
}
