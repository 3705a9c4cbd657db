import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { open } from '@/platform/navigation'

/** The ways in, for oneself and for others. */
export function JoinWays({ isRegistered }: { isRegistered: boolean }) {
  return (
    <Card>
      <ListRow
        title="我有邀请码"
        icon="message-square-text"
        hint="老人、驿站给您的八个数字"
        onTap={() => open('packages/family/join')}
      />
      {!isRegistered && (
        <ListRow
          title="给我自己登记"
          icon="pencil"
          hint="登记一次，就能订餐、请人上门"
          onTap={() => open('packages/family/register', { for: 'me' })}
        />
      )}
      <ListRow
        title="替家人办"
        icon="user-plus"
        hint="请老人同意您帮忙"
        onTap={() => open('packages/family/ask')}
      />
    </Card>
  )
}
