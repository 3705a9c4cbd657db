import type { ActFor } from '#types/people'
import { useHomeOf } from '@/services/home-of'
import { Contact } from '../contact'
import { Empty } from '../empty'

/** For whoever acts under a registration that was joined to another: said before anything is asked, with whom to ring. */
export function JoinedAway({ elder }: { elder: Pick<ActFor, 'id' | 'relation'> }) {
  const home = useHomeOf(elder.id)
  const hint =
    elder.relation === 'self'
      ? '这部手机上只能看以前的记录，也能请人上门。要订餐、要办别的，请打电话给驿站，请他们帮您办。'
      : '要替老人办，请老人或者驿站再同意一次。可以打电话给驿站问一问。'
  return (
    <Empty icon="users" title="两份登记已经合成一份" hint={hint}>
      {home?.contact && <Contact contact={home.contact} />}
    </Empty>
  )
}
