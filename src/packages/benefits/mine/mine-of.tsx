import { Notice } from '@/components/notice'
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
      {([{ on, answers, applicable, isNumberGone = false }, sent]) => (
        <>
          <Title>{`${word}能享受什么`}</Title>
          <Soft>{`${word === '您' ? '' : `${name}，`}按 ${longDate(on)}登记的情况看。`}</Soft>
          {isNumberGone && (
            <Notice kind="info">
              {`${word}的身份证号要再核对一次。请带上身份证到驿站，看过名字和号码就补上。补上以前，认定过的先不算，按菜单价付。`}
            </Notice>
          )}
          <Ending applicable={applicable} sent={sent} whom={whom} />
          <Answers answers={answers} elderWord={word} />
          {stationId === undefined && <ToRing answers={answers} elderId={elderId} />}
          <Applied applicable={applicable} sent={sent} whom={whom} isPaused={isNumberGone} />
        </>
      )}
    </PageFrame>
  )
}
