import { useRouter } from '@tarojs/taro'
import { PageFrame } from '@/components/page-frame'
import { usePerson } from '@/services/person'
import { clerkAt } from '../clerk-at'
import { NotStaff } from '../not-staff'
import { StationQueue } from './station-queue'

const title = '今天的订单'

export default function Queue() {
  const { stationId } = useRouter<{ stationId?: string }>().params
  const person = usePerson()
  if (person.state !== 'ready') {
    return (
      <PageFrame title={title} load={person} dense>
        {null}
      </PageFrame>
    )
  }
  const station = clerkAt(person.data.me, stationId)
  if (!station) return <NotStaff title={title} />
  return <StationQueue stationId={station.stationId} stationName={station.orgName ?? '我的驿站'} />
}
