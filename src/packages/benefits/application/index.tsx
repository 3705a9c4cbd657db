import { useRouter } from '@tarojs/taro'
import type { Application as ApplicationOf } from '#types/eligibility/applications'
import type { Me } from '#types/people'
import { Button } from '@/components/button'
import { PageFrame } from '@/components/page-frame'
import { open, openTab } from '@/platform/navigation'
import { usePerson, whoseRecord } from '@/services/person'
import { both, useCloud } from '@/services/use-loaded'
import { ApplicationBody } from './application-body'

const title = '申请办到哪了'

/** Where an application stands. `stationId`: for a clerk of that station. */
export default function Application() {
  const { applicationId, stationId } = useRouter<{ applicationId?: string; stationId?: string }>().params
  const person = usePerson()
  const application = useCloud('eligibility.application', applicationId ? { applicationId } : null)
  const load = both(person, application)
  return (
    <PageFrame
      title={title}
      dense={stationId !== undefined}
      load={load}
      action={([{ me }, known]) => (
        <WaysOn application={known} stationId={stationId} mayApply={mayApply(me, known, stationId)} />
      )}
    >
      {([{ me }, known]) => (
        <ApplicationBody
          me={me}
          application={known}
          mayWithdraw={mayApply(me, known, stationId)}
          onChange={(changed) => {
            if (application.state === 'ready') application.put(changed)
          }}
        />
      )}
    </PageFrame>
  )
}

/** Whether a button is worth showing; the cloud decides. */
function mayApply(me: Me, { elderId }: ApplicationOf, stationId: string | undefined): boolean {
  const elder = whoseRecord(me.elders, elderId)
  if (elder)
    return elder.relation === 'self' || elder.relation === 'guardian' || elder.scopes.includes('order')
  return me.roles.some((held) => stationId !== undefined && held.stationId === stationId)
}

interface Props {
  application: ApplicationOf
  stationId: string | undefined
  mayApply: boolean
}

/** What is to be done next, where anything is; else home. */
function WaysOn({ application, stationId, mayApply: may }: Props) {
  const { state, elderId, category, label } = application
  const apply = () =>
    open('packages/benefits/apply', { elderId, category, label: label ?? undefined, stationId })
  if (may && state === 'returned') {
    return (
      <Button icon="camera" onTap={apply}>
        补材料，再交一次
      </Button>
    )
  }
  if (may && (state === 'refused' || state === 'withdrawn')) {
    return (
      <Button kind="second" onTap={apply}>
        再申请一次
      </Button>
    )
  }
  if (stationId) return null
  return (
    <Button kind="second" icon="house" onTap={() => openTab('pages/home')}>
      回首页
    </Button>
  )
}
