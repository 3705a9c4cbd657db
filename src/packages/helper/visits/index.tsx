import { useState } from 'react'
import type { Me } from '#types/people'
import type { QueueFilter } from '#types/visits'
import { ForRole } from '@/components/for-role'
import { type Whose, WorkersOnly } from '@/components/for-role/workers-only'
import { PageFrame } from '@/components/page-frame'
import { usePerson } from '@/services/person'
import { Doors } from './doors'
import './index.scss'
import { StartFrom } from './start-from'
import { useQueue } from './use-queue'

const title = '敲门'

const helpersOnly: Whose = {
  icon: 'door-open',
  title: '这里是上门看望的人用的',
  hint: '想做志愿者，请到街道问一问怎么报名。',
}

export default function Visits() {
  const person = usePerson()
  const [show, setShow] = useState<QueueFilter | null>(null)
  const isStranger = person.state === 'ready' && !holds(person.data.me, finders)
  const { queue, more } = useQueue(!isStranger, show) // asked for while it is found out who asks
  return (
    <ForRole
      title={title}
      person={person}
      held={({ me }) => (holds(me, finders) ? me : null)}
      otherwise={<WorkersOnly title={title} whose={helpersOnly} />}
      dense
      rescues
    >
      {(me) => {
        if (queue.state !== 'ready') return <PageFrame title={title} load={queue} dense rescues />
        return (
          <Doors
            queue={queue.data}
            answers={holds(me, readers)}
            hint={holds(me, nearDoors) ? comingHint : passedOnHint}
            show={show}
            isStale={queue.trouble !== null}
            onShow={setShow}
            onMore={more}
            onChange={queue.reload}
          >
            <StartFrom me={me} onChange={queue.reload} />
          </Doors>
        )
      }}
    </ForRole>
  )
}

const holds = ({ roles }: Me, some: ReadonlySet<string>) => roles.some(({ role }) => some.has(role))

const comingHint = '有人请人上门，就会排在这里，急的在最前面，别的近的在前面。'
const passedOnHint = '急事过了时间很久，还没有人写看到了什么，就转到这里，请您催一催、问一问。'

/** Who goes to doors or answers for them; whether they may go, the cloud decides each time. */
const nearDoors: ReadonlySet<string> = new Set(['volunteer', 'clerk', 'manager', 'coordinator'])

/** Who may find something here. */
const finders: ReadonlySet<string> = new Set([...nearDoors, 'supervisor'])

/** Who answers for a place or a district: they see who is under way, and what was found. */
const readers: ReadonlySet<string> = new Set(['clerk', 'manager', 'coordinator', 'supervisor'])
