import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { openTab } from '@/platform/navigation'
import { usePerson } from '@/services/person'
import { both, useCloud } from '@/services/use-loaded'
import { Doors } from './doors'
import './index.scss'

const title = '敲门'

export default function Visits() {
  const person = usePerson()
  const roles = person.state === 'ready' ? person.data.me.roles : []
  const isStranger = person.state === 'ready' && !roles.some(({ role }) => goers.has(role))
  const queue = useCloud('visits.queue', isStranger ? null : {})
  const load = both(queue, person)
  if (isStranger) {
    return (
      <PageFrame title={title} dense>
        <Empty
          icon="door-open"
          title="这里是上门看望的人用的"
          hint="想做志愿者，请到附近的驿站问一问，工作人员会帮您登记。"
        >
          <Button icon="house" onTap={() => openTab('pages/home')}>
            回首页
          </Button>
        </Empty>
      </PageFrame>
    )
  }
  if (load.state !== 'ready') {
    return (
      <PageFrame title={title} load={load} dense>
        {null}
      </PageFrame>
    )
  }
  const [visits] = load.data
  const mayRead = roles.some(({ role }) => readers.has(role))
  return (
    <Doors
      visits={mayRead ? visits : visits.filter(({ state }) => state !== 'reported')}
      isStale={load.trouble !== null}
      onChange={queue.reload}
      onRead={(visitId) => {
        if (queue.state === 'ready') queue.put(queue.data.filter(({ id }) => id !== visitId))
      }}
    />
  )
}

/** Who may find something here; whether they may go, the cloud decides each time. */
const goers: ReadonlySet<string> = new Set(['volunteer', 'clerk', 'manager', 'coordinator'])

/** Who is shown the reports that nobody has read yet. */
const readers: ReadonlySet<string> = new Set(['clerk', 'manager', 'coordinator'])
