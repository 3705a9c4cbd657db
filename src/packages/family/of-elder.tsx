import type { ReactNode } from 'react'
import type { ActFor } from '#types/people'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ForRole } from '@/components/for-role'
import { PageFrame } from '@/components/page-frame'
import { open } from '@/platform/navigation'
import { usePerson } from '@/services/person'

interface Props {
  title: string
  elderId: string | undefined
  children(elder: ActFor): ReactNode
}

/** A page about one elder: the one it was opened for, else whoever is acted for; for anybody else the way on. */
export function OfElder({ title, elderId, children }: Props) {
  return (
    <ForRole
      title={title}
      person={usePerson(elderId)}
      held={({ elder }) => (!elderId || elder?.id === elderId ? elder : null)}
      otherwise={elderId ? <NotYours /> : <NotRegistered title={title} />}
    >
      {children}
    </ForRole>
  )
}

function NotRegistered({ title }: { title: string }) {
  return (
    <PageFrame title={title}>
      <Empty
        icon="user-round"
        title="您还没有登记"
        hint="登记一次，这里就有内容了。自己登记、替家里老人登记，都可以。"
      >
        <Button onTap={() => open('packages/family/register')}>去登记</Button>
      </Empty>
    </PageFrame>
  )
}

/** For a relative who was let in once and is no more: never the page of another elder instead. */
export function NotYours() {
  return (
    <PageFrame title="替家人办">
      <Empty
        icon="user-round"
        title="现在看不了这位老人的资料"
        hint="可能老人不再让您办了，也可能登记已经注销了。想接着帮忙，请再问问老人。"
      >
        <Button onTap={() => open('packages/family/ask')}>请老人同意我帮忙</Button>
      </Empty>
    </PageFrame>
  )
}

/** Whether the reader decides for this elder as she does herself. */
export const isOwnOrGuardian = ({ relation }: Pick<ActFor, 'relation'>): boolean =>
  relation === 'self' || relation === 'guardian'
