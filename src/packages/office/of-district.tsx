import type { ReactNode } from 'react'
import type { Me } from '#types/people'
import type { Org } from '#types/people/staff'
import { ForRole } from '@/components/for-role'
import { WorkersOnly } from '@/components/for-role/workers-only'
import { PageFrame } from '@/components/page-frame'
import { usePerson } from '@/services/person'
import { useCloud } from '@/services/use-loaded'
import { officeOnly } from './office-only'

interface Props {
  title: string
  children(district: Org): ReactNode
}

/** A page for those who supervise a district: which one, the cloud tells. */
export function OfDistrict({ title, children }: Props) {
  return (
    <ForRole
      title={title}
      person={usePerson()}
      held={({ me }) => (supervises(me) ? me : null)}
      otherwise={<WorkersOnly title={title} whose={officeOnly} />}
      dense
    >
      {() => <Supervised title={title}>{children}</Supervised>}
    </ForRole>
  )
}

/** Whether the caller answers for a district. */
export const supervises = ({ roles }: Me) => roles.some(({ role }) => role === 'supervisor')

function Supervised({ title, children }: Props) {
  const orgs = useCloud('people.orgs', {}) // the district stands on the first page
  if (orgs.state !== 'ready') return <PageFrame title={title} load={orgs} dense />
  const district = orgs.data.orgs.find(({ kind }) => kind === 'district')
  return <>{district ? children(district) : <WorkersOnly title={title} whose={officeOnly} />}</>
}
