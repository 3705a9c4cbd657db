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
      held={({ me }) => (reviewing(me).length > 0 ? me : null)}
      otherwise={<WorkersOnly title={title} whose={officeOnly} />}
      dense
    >
      {children}
    </ForRole>
  )
}

/** Whether the caller is the reviewer of this name. */
export const isReviewer = (reviewer: string | null, me: Me): boolean =>
  reviewing(me).some(({ name = me.name }) => name === reviewer)

const reviewing = ({ roles }: Me) =>
  roles.filter(({ role }) => role === 'coordinator' || role === 'supervisor')
