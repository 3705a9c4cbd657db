import { useRouter } from '@tarojs/taro'
import type { HeldRole, Me } from '#types/people'
import { PageFrame } from '@/components/page-frame'
import { usePerson } from '@/services/person'
import { NotStaff } from '../not-staff'
import { StationRoster } from './station-roster'

const title = '名册'

export default function Roster() {
  const { stationId } = useRouter<{ stationId?: string }>().params
  const person = usePerson()
  if (person.state !== 'ready') {
    return (
      <PageFrame title={title} load={person} dense>
        {null}
      </PageFrame>
    )
  }
  const id = stationId ?? person.data.me.roles.find(isManager)?.stationId
  if (!id || !mayRead(person.data.me, id)) return <NotStaff title={title} />
  return <StationRoster key={id} stationId={id} stationName={nameOf(person.data.me, id)} />
}

const isManager = ({ role, stationId }: HeldRole) => role === 'manager' && stationId !== undefined

const mayRead = ({ roles }: Me, stationId: string) =>
  roles.some((held) => held.role === 'supervisor' || (isManager(held) && held.stationId === stationId))

const nameOf = ({ roles }: Me, stationId: string) =>
  roles.find((held) => held.stationId === stationId)?.orgName ?? '这家驿站'
