import type { ReactNode } from 'react'
import type { Me } from '#types/people'
import { ForRole } from '@/components/for-role'
import { WorkersOnly } from '@/components/for-role/workers-only'
import { usePerson } from '@/services/person'
import { staffOnly } from './staff-only'

interface Props {
  title: string
  children(me: Me): ReactNode
}

/** A page for those who answer for elders: clerks of a station, coordinators of a town. */
export function AnsweringFor({ title, children }: Props) {
  return (
    <ForRole
      title={title}
      person={usePerson()}
      held={({ me }) => (me.roles.some(({ role }) => answering.includes(role)) ? me : null)}
      otherwise={<WorkersOnly title={title} whose={staffOnly} />}
      dense
    >
      {children}
    </ForRole>
  )
}

const answering: readonly string[] = ['clerk', 'manager', 'coordinator']
