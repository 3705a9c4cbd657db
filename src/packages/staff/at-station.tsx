import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { Me } from '#types/people'
import { ForRole } from '@/components/for-role'
import { WorkersOnly } from '@/components/for-role/workers-only'
import { usePerson } from '@/services/person'
import { type ClerkRole, clerkAt } from './clerk-at'
import { staffOnly } from './staff-only'

interface Props {
  title: string
  children(station: ClerkRole, me: Me): ReactNode
}

/** A page for those who work at the station of its address; anybody else is told whose page it is. */
export function AtStation({ title, children }: Props) {
  const { stationId } = useRouter<{ stationId?: string }>().params
  return (
    <ForRole
      title={title}
      person={usePerson()}
      held={({ me }) => clerkAt(me, stationId)}
      otherwise={<WorkersOnly title={title} whose={staffOnly} />}
      dense
    >
      {children}
    </ForRole>
  )
}
