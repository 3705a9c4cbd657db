import type { Me } from '#types/people'
import { AgreeWays } from '@/components/agree-ways'
import { Notice } from '@/components/notice'
import { RingStation } from '@/components/ring-station'
import { Heading } from '@/components/text'
import { type RegisteredKin, registeredKin } from '@/services/registered-kin'
import { useCloud } from '@/services/use-loaded'

/** Whom the caller has registered and who has not said yes yet: what is waited for, whom to ring, what to send her. */
export function StillToAgree({ asked }: Pick<Me, 'asked'>) {
  const waited = registeredKin().filter((kin) =>
    asked.some(({ elderId, state }) => elderId === kin.elderId && state === 'asked'),
  )
  return waited.map((kin) => <One key={kin.elderId} kin={kin} isOnly={waited.length === 1} />)
}

/** `isOnly`: there is nobody else whose buttons are called the same. */
function One({ kin, isOnly }: { kin: RegisteredKin; isOnly: boolean }) {
  const station = useCloud('stations.show', { stationId: kin.stationId })
  const shown = station.state === 'ready' ? station.data : null
  const about = isOnly ? undefined : `${kin.name}的登记`
  return (
    <>
      <Heading>{`${kin.name}登记上了，还差本人同意`}</Heading>
      <Notice kind="info">老人自己同意以前，还不能订餐、请人上门。</Notice>
      {shown && <RingStation station={shown} about={about} />}
      <AgreeWays {...kin} phone={shown?.phone ?? null} about={about} />
    </>
  )
}
