import type { Me } from '#types/people'
import { ForRole } from '@/components/for-role'
import { type Whose, WorkersOnly } from '@/components/for-role/workers-only'
import { PageFrame } from '@/components/page-frame'
import { usePerson } from '@/services/person'
import { useCloud } from '@/services/use-loaded'
import { Doors } from './doors'
import './index.scss'

const title = '敲门'

const helpersOnly: Whose = {
  icon: 'door-open',
  title: '这里是上门看望的人用的',
  hint: '想做志愿者，请到附近的驿站问一问，工作人员会帮您登记。',
}

export default function Visits() {
  const person = usePerson()
  const isStranger = person.state === 'ready' && !holds(person.data.me, goers)
  const queue = useCloud('visits.queue', isStranger ? null : {}) // asked for while it is found out who asks
  return (
    <ForRole
      title={title}
      person={person}
      held={({ me }) => (holds(me, goers) ? me : null)}
      otherwise={<WorkersOnly title={title} whose={helpersOnly} />}
      dense
    >
      {(me) => {
        if (queue.state !== 'ready') return <PageFrame title={title} load={queue} dense />
        const visits = queue.data
        return (
          <Doors
            visits={holds(me, readers) ? visits : visits.filter(({ state }) => state !== 'reported')}
            isStale={queue.trouble !== null}
            onChange={queue.reload}
            onRead={(visitId) => queue.put(visits.filter(({ id }) => id !== visitId))}
          />
        )
      }}
    </ForRole>
  )
}

const holds = ({ roles }: Me, some: ReadonlySet<string>) => roles.some(({ role }) => some.has(role))

/** Who may find something here; whether they may go, the cloud decides each time. */
const goers: ReadonlySet<string> = new Set(['volunteer', 'clerk', 'manager', 'coordinator'])

/** Who is shown the reports that nobody has read yet. */
const readers: ReadonlySet<string> = new Set(['clerk', 'manager', 'coordinator'])
