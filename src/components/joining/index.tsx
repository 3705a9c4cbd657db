import { open } from '@/platform/navigation'
import { Card } from '../card'
import { ListRow } from '../list-row'
import { Notice } from '../notice'

/** The ways in, for whoever is nobody here yet. */
export function Joining() {
  return (
    <>
      <Notice kind="info">
        想订餐、想请人上门，要先登记一次。带上身份证到附近的驿站，工作人员当场帮您办好；在手机上也行。
      </Notice>
      <Card>
        <ListRow title="在手机上登记" icon="pencil" onTap={() => open('packages/family/register')} />
        <ListRow title="我有邀请码" icon="message-square-text" onTap={() => open('packages/family/join')} />
      </Card>
    </>
  )
}
