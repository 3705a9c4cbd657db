import { useRouter } from '@tarojs/taro'
import type { Visit } from '#types/visits'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { openTab } from '@/platform/navigation'
import type { AskedBefore } from '@/services/asked-before'
import { CallError, call } from '@/services/cloud'
import { usePerson } from '@/services/person'
import { both, useLoaded } from '@/services/use-loaded'
import { Seen } from './seen'

const title = '看望进展'

/** Null for a visit that is not there, or that the caller may no longer see. */
async function loadVisit(visitId: string | undefined): Promise<Visit | null> {
  if (!visitId) return null
  return call('visits.show', { visitId }).catch((error: unknown) => {
    if (error instanceof CallError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) return null
    throw error
  })
}

export default function VisitProgress() {
  const { visitId, earlier } = useRouter<{ visitId?: string; earlier?: AskedBefore }>().params
  const person = usePerson()
  const visits = useLoaded(`visit ${visitId}`, () => loadVisit(visitId))
  const load = both(visits, person)
  if (load.state !== 'ready') return <PageFrame title={title} load={load} rescues />
  const [visit, { me }] = load.data
  if (!visit) {
    return (
      <PageFrame title={title}>
        <Empty
          icon="search"
          title="没有找到这一次看望"
          hint="可能过了很久，也可能不是您家老人的。要办的事在首页上。"
        >
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
