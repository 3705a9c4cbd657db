import type { ReactNode } from 'react'
import type { Me } from '#types/people'
import { PageFrame } from '@/components/page-frame'
import { usePerson } from '@/services/person'
import { NotOffice } from './not-office'

interface Props {
  title: string
  children(me: Me): ReactNode
}

/** A page for those who look at applications: coordinators of a town, supervisors of a district. */
export function ForReviewer({ title, children }: Props) {
  const person = usePerson()
  if (person.state !== 'ready') {
    return (
      <PageFrame title={title} load={person} dense>
        {null}
      </PageFrame>
    )
  }
  const { me } = person.data
  return reviews(me) ? children(me) : <NotOffice title={title} />
}

const reviews = ({ roles }: Me) => roles.some(({ role }) => role === 'coordinator' || role === 'supervisor')
