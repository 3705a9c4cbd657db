import type { ReactNode } from 'react'
import type { Me } from '#types/people'
import { ForRole } from '@/components/for-role'
import { WorkersOnly } from '@/components/for-role/workers-only'
import { usePerson } from '@/services/person'
import { officeOnly } from './office-only'

interface Props {
  title: string
  children(me: Me): ReactNode
}

/** A page for those who look at applications: coordinators of a town, supervisors of a district. */
export function ForReviewer({ title, children }: Props) {
  return (
    <ForRole
      title={title}
      person={usePerson()}
      held={({ me }) => (reviews(me) ? me : null)}
      otherwise={<WorkersOnly title={title} whose={officeOnly} />}
      dense
    >
      {children}
    </ForRole>
  )
}

const reviews = ({ roles }: Me) => roles.some(({ role }) => role === 'coordinator' || role === 'supervisor')
