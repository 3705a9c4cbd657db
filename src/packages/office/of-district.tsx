import type { ReactNode } from 'react'
import type { Me } from '#types/people'
import type { Org } from '#types/people/staff'
import { PageFrame } from '@/components/page-frame'
import { usePerson } from '@/services/person'
import { useCloud } from '@/services/use-loaded'
import { NotOffice } from './not-office'

interface Props {
  title: string
  children(district: Org): ReactNode
}

/** A page for those who supervise a district: which one, the cloud tells. */
export function OfDistrict({ title, children }: Props) {
  const person = usePerson()
  const mayLook = person.state === 'ready' && supervises(person.data.me)
  const orgs = useCloud('people.orgs', mayLook ? {} : null)
  if (person.state === 'ready' && !mayLook) return <NotOffice title={title} />
  if (person.state !== 'ready' || orgs.state !== 'ready') {
    return (
      <PageFrame title={title} load={person.state === 'ready' ? orgs : person} dense>
        {null}
      </PageFrame>
    )
  }
  const district = orgs.data.find(({ kind }) => kind === 'district')
  return district ? children(district) : <NotOffice title={title} />
}

const supervises = ({ roles }: Me) => roles.some(({ role }) => role === 'supervisor')
