import { useRouter } from '@tarojs/taro'
import type { HeldRole, Me } from '#types/people'
import { ForRole } from '@/components/for-role'
import { WorkersOnly } from '@/components/for-role/workers-only'
import { usePerson } from '@/services/person'
import { staffOnly } from '../staff-only'
import { StationRoster } from './station-roster'

const title = '名册'

export default function Roster() {
  const { stationId } = useRouter<{ stationId?: string }>().params
  return (
    <ForRole
      title={title}
      person={usePerson()}
      held={({ me }) => readableStation(me, stationId)}
      otherwise={<WorkersOnly title={title} whose={staffOnly} />}
      dense
    >
      {(id, me) => <StationRoster key={id} stationId={id} stationName={nameOf(me, id)} />}
    </ForRole>
  )
}

const isManager = ({ role, stationId }: HeldRole) => role === 'manager' && stationId !== undefined

/** The station of the address, else the one that is managed; null where its roster may not be read. */
function readableStation({ roles }: Me, wanted: string | undefined): string | null {
  const id = wanted ?? roles.find(isManager)?.stationId
  const mayRead = roles.some(
    (held) => held.role === 'supervisor' || (isManager(held) && held.stationId === id),
  )
  return id && mayRead ? id : null
}

const nameOf = ({ roles }: Me, stationId: string) =>
  roles.find((held) => held.stationId === stationId)?.orgName ?? '这家驿站'
