import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ActFor } from '#types/people'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { open } from '@/platform/navigation'
import { usePerson } from '@/services/person'
import { useAllowing } from '@/services/use-allowing'
import { callWord } from '@/services/words'
import { Ask } from './ask'
import { NotYet } from './not-yet'

const title = '请人上门看看'

export default function VisitRequest() {
  const { elderId, when } = useRouter<{ elderId?: string; when?: string }>().params
  const [chosenId, choose] = useState(elderId)
  const person = usePerson(chosenId)
  if (person.state !== 'ready') return <PageFrame title={title} load={person} rescues />
  const { me, elder } = person.data
  if (!elder) return <NotYet title={title} />
  if (!elder.scopes.includes('order')) return <MayOnlyLook elder={elder} />
  return <Ask key={elder.id} elder={elder} elders={me.elders} when={when} onChoose={choose} />
}

/** She has not said yes to this: how she could, and 120 all the same. */
function MayOnlyLook({ elder }: { elder: ActFor }) {
  const allowing = useAllowing(elder)
  const who = callWord(elder)
  return (
    <PageFrame title={title}>
      <Empty
        icon="shield-check"
        title={`${who}还没有同意您代办`}
        hint={`您现在可以查看，还不能替${who}请人。${allowing?.words ?? ''}`}
      >
        {allowing?.isAtStation && (
          <Button icon="map-pin-house" onTap={() => open('pages/stations', { elderId: elder.id })}>
            看看附近的驿站
          </Button>
        )}
      </Empty>
      <Rescue />
    </PageFrame>
  )
}
