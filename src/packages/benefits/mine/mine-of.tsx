import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { longDate } from '@/services/dates'
import { useApplications } from '@/services/use-applications'
import { useEntitlements } from '@/services/use-entitlements'
import { both } from '@/services/use-loaded'
import { Answers } from '../answers'
import type { Whom } from '../apply/for-whom'
import { Applied } from './applied'
import { Ending } from './ending'
import { ToRing } from './to-ring'

/** Everything for one elder: what ends soon comes first, then what there is, then what can be asked for. */
export function MineOf({ whom }: { whom: Whom }) {
  const { elderId, word, name, stationId } = whom
  const entitlements = useEntitlements(elderId)
  const applications = useApplications(elderId)
  return (
    <PageFrame title="能享受什么" load={both(entitlements, applications)} dense={stationId !== undefined}>
      {([{ on, answers, applicable }, sent]) => (
        <>
          <Title>{`${word}能享受什么`}</Title>
          <Soft>{`${word === '您' ? '' : `${name}，`}按 ${longDate(on)}登记的情况看。`}</Soft>
          <Ending applicable={applicable} sent={sent} whom={whom} />
          <Answers answers={answers} elderWord={word} />
          {stationId === undefined && <ToRing answers={answers} elderId={elderId} />}
          <Applied applicable={applicable} sent={sent} whom={whom} />
        </>
      )}
    </PageFrame>
  )
}
