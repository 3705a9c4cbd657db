import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { QueuedVisit, Visit } from '#types/visits'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { goBack } from '@/platform/navigation'
import { useCloud } from '@/services/use-loaded'
import { knownTask } from '../known-tasks'
import { Sent } from './sent'
import { Write } from './write'

const title = '写下见到的'

export default function Report() {
  const { visitId = '' } = useRouter<{ visitId?: string }>().params
  const queue = useCloud('visits.queue', {})
  const [sent, setSent] = useState<Visit | null>(null)
  const [task, setTask] = useState<QueuedVisit | null>(null)

  const found =
    queue.state === 'ready'
      ? [...queue.data.mine, ...queue.data.written].find(({ id }) => id === visitId)
      : queue.state === 'failed' && !queue.isFinal
        ? knownTask(visitId)
        : null
  if (found && !task) setTask(found)

  // A report that arrived although its answer was lost takes the visit off the list; what was typed stays all the same.
  if (sent) return <Sent visit={sent} />
  if (task) return <Write visit={task} onSent={setSent} />
  return (
    <PageFrame title={title} load={queue} dense rescues>
      <Empty
        icon="clipboard-list"
        title="这一次不在您手上"
        hint="可能已经写好交上去了，也可能换了别人去。请返回看一看。"
      >
        <Button icon="chevron-left" onTap={goBack}>
          返回
        </Button>
      </Empty>
    </PageFrame>
  )
}
