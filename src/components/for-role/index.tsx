import type { ReactNode } from 'react'
import type { Me } from '#types/people'
import type { Person } from '@/services/person'
import type { Loaded } from '@/services/use-loaded'
import { PageFrame } from '../page-frame'

interface Props<H> {
  title: string
  person: Loaded<Person>
  /** What opens the page: a role, or the elder somebody acts for; null for anybody else. */
  held(person: Person): H | null
  /** The page for anybody else: whose this is, and a way on. */
  otherwise: ReactNode
  dense?: boolean
  rescues?: boolean
  children(held: H, me: Me): ReactNode
}

/** A page for those who hold something. What they may really do there, the cloud decides. */
export function ForRole<H>({ title, person, held, otherwise, dense, rescues, children }: Props<H>) {
  if (person.state !== 'ready')
    return <PageFrame title={title} load={person} dense={dense} rescues={rescues} />
  const role = held(person.data)
  return <>{role === null ? otherwise : children(role, person.data.me)}</>
}
