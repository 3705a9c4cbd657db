import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { openTab } from '@/platform/navigation'
import type { AskedBefore } from '@/services/asked-before'
import { usePerson } from '@/services/person'
import { both, useCloud } from '@/services/use-loaded'
import { Seen } from './seen'

const title = '看望进展'

export default function VisitProgress() {
  const { visitId, earlier } = useRouter<{ visitId?: string; earlier?: AskedBefore }>().params
  const person = usePerson()
  const visits = useCloud('visits.mine', {})
  const load = both(visits, person)
  if (load.state !== 'ready') return <PageFrame title={title} load={load} />
  const [list, { me }] = load.data
  const visit = list.find(({ id }) => id === visitId)
  if (!visit) {
    return (
      <PageFrame title={title}>
        <Empty icon="search" title="没有找到这一次看望" hint="可能已经过了很久。新的看望在首页上。">
          <Button icon="house" onTap={() => openTab('pages/home')}>
            回首页看看
          </Button>
        </Empty>
      </PageFrame>
    )
  }
  return (
    <Seen visit={visit} me={me} earlier={earlier} isStale={load.trouble !== null} onChange={visits.reload} />
  )
}
