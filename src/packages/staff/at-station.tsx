import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { HeldRole, Me } from '#types/people'
import { PageFrame } from '@/components/page-frame'
import { usePerson } from '@/services/person'
import { clerkAt } from './clerk-at'
import { NotStaff } from './not-staff'

interface Props {
  title: string
  children(station: HeldRole & { stationId: string }, me: Me): ReactNode
}

/** A page for those who work at the station of its address; anybody else is told whose page it is. */
export function AtStation({ title, children }: Props) {
  const { stationId } = useRouter<{ stationId?: string }>().params
  const person = usePerson()
  if (person.state !== 'ready') {
    return (
      <PageFrame title={title} load={person} dense>
        {null}
      </PageFrame>
    )
  }
  const station = clerkAt(person.data.me, stationId)
  return station ? children(station, person.data.me) : <NotStaff title={title} />
}
