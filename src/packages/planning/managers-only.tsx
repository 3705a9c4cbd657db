import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { HeldRole, Me } from '#types/people'
import { ForRole } from '@/components/for-role'
import { type Whose, WorkersOnly } from '@/components/for-role/workers-only'
import { usePerson } from '@/services/person'

interface Station {
  id: string
  name: string
}

interface Props {
  title: string
  children(station: Station): ReactNode
}

const managersOnly: Whose = {
  icon: 'store',
  title: '这里是站长用的',
  hint: '您现在不是这家驿站的站长。要改供餐的安排，请找站长。',
}

/** A page for the manager of the station of its address, else of the first that they manage. */
export function ManagersOnly({ title, children }: Props) {
  const { stationId } = useRouter<{ stationId?: string }>().params
  return (
    <ForRole
      title={title}
      person={usePerson()}
      held={({ me }) => managedBy(me, stationId)}
      otherwise={<WorkersOnly title={title} whose={managersOnly} />}
      dense
    >
      {children}
    </ForRole>
  )
}

function managedBy({ roles }: Me, wanted: string | undefined): Station | null {
  const isMeant = ({ role, stationId }: HeldRole) =>
    role === 'manager' && stationId !== undefined && (!wanted || stationId === wanted)
  const held = roles.find(isMeant)
  return held?.stationId ? { id: held.stationId, name: held.orgName ?? '这家驿站' } : null
}
