import { useRouter } from '@tarojs/taro'
import type { Me } from '#types/people'
import { PageFrame } from '@/components/page-frame'
import { useCloud } from '@/services/use-loaded'
import { ForReviewer, isReviewer } from '../for-reviewer'
import { Decide } from './decide'
import { Decided } from './decided'
import { Take } from './take'
import './index.scss'

const title = '看申请'

/** One application, for whoever looks at it. */
export default function Review() {
  const { applicationId } = useRouter<{ applicationId?: string }>().params
  return (
    <ForReviewer title={title}>
      {(me) => <ReviewOf me={me} applicationId={applicationId ?? ''} />}
    </ForReviewer>
  )
}

function ReviewOf({ me, applicationId }: { me: Me; applicationId: string }) {
  const application = useCloud('eligibility.application', { applicationId })
  if (application.state !== 'ready') return <PageFrame title={title} load={application} dense />
  const { data, put, reload } = application
  const shared = { title, application: data, onChange: put, onOutdated: () => void reload() }
  if (data.state === 'submitted') return <Take {...shared} />
  if (data.state === 'inReview' && isReviewer(data.reviewer, me)) {
    return <Decide key={data.submittedAt} {...shared} />
  }
  return <Decided {...shared} />
}
