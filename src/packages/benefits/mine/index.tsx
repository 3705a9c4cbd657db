import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { open } from '@/platform/navigation'
import { usePerson } from '@/services/person'
import { ForWhom } from '../apply/for-whom'
import { MineOf } from './mine-of'

const title = '能享受什么'

/** What an elder has a right to, why, and what to bring. `stationId`: at the counter of that station. */
export default function Mine() {
  const { elderId, stationId } = useRouter<{ elderId?: string; stationId?: string }>().params
  const person = usePerson(elderId)
  const isNobody = person.state === 'ready' && !person.data.elder && !elderId
  if (isNobody) {
    return (
      <PageFrame title={title}>
        <Empty icon="hand-heart" title="您还没有登记" hint="答几个问题，也能先看看大概能享受什么。">
          <Button onTap={() => open('packages/benefits/ask')}>先答几个问题</Button>
          <Button kind="second" onTap={() => open('packages/family/register')}>
            去登记
          </Button>
        </Empty>
      </PageFrame>
    )
  }
  return (
    <ForWhom title={title} elderId={elderId} stationId={stationId}>
      {(whom) => <MineOf key={whom.elderId} whom={whom} />}
    </ForWhom>
  )
}
