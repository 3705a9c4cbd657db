import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { open } from '@/platform/navigation'
import { usePerson } from '@/services/person'
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
  if (!elder.scopes.includes('order')) {
    return (
      <PageFrame title={title}>
        <Empty
          icon="shield-check"
          title={`${callWord(elder)}还没有同意您代办`}
          hint={`您现在可以查看，还不能替${callWord(elder)}请人。请老人在手机上同意，或者请驿站帮着登记。`}
        >
          <Button icon="map-pin-house" onTap={() => open('pages/stations', { elderId: elder.id })}>
            看看附近的驿站
          </Button>
        </Empty>
        <Rescue />
      </PageFrame>
    )
  }
  return <Ask key={elder.id} elder={elder} elders={me.elders} when={when} onChoose={choose} />
}
