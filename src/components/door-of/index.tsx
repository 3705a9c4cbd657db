import type { DeliverTo } from '#types/meals/orders'
import type { ActFor } from '#types/people'
import { open } from '@/platform/navigation'
import { missingAtDoor } from '@/services/door-words'
import { callWord } from '@/services/words'
import { Card } from '../card'
import { ListRow } from '../list-row'
import { Notice } from '../notice'

interface Props {
  to: DeliverTo
  elder: ActFor
}

/** What is missing of the door of a delivery, and where it is changed; coming back, the page shows it as it is then. */
export function DoorOf({ to, elder }: Props) {
  const missing = missingAtDoor(to)
  return (
    <>
      {missing && <Notice>{missing}</Notice>}
      <Card>
        <ListRow
          title={missing ? '现在补上' : '地址或者电话不对，改一改'}
          hint={elder.relation === 'self' ? '在“我的资料”里改' : `在${callWord(elder)}的资料里改`}
          onTap={() => open('packages/family/file', { elderId: elder.id })}
        />
      </Card>
    </>
  )
}
