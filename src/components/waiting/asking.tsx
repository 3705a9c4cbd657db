import { useState } from 'react'
import type { Me } from '#types/people'
import { relationWord } from '#types/words/people/circle/relations'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { call } from '@/services/cloud'
import { whenWord } from '@/services/dates'
import { rememberMe } from '@/services/person'
import type { RegisteredKin } from '@/services/registered-kin'
import { useAct } from '@/services/use-act'
import { RegisteredWays } from '../agree-ways'
import { AskedWays } from '../agree-ways/asked-ways'
import { Button } from '../button'
import { Notice } from '../notice'
import { RingStationOf } from '../ring-station'
import { Sheet } from '../sheet'
import { Soft } from '../text'

interface Props {
  asked: Me['asked'][number]
  /** As she was registered on this phone; undefined where she was not. */
  kin: RegisteredKin | undefined
  onClose(): void
  /** It was taken back: who the caller is has to be asked again. */
  onTakenBack(): void
}

/** What is waited for and since when, how she says yes, whom to ring, and the way to take the asking back. */
export function Asking({ asked, kin, onClose, onTakenBack }: Props) {
  const [isSure, setSure] = useState(false)
  const name = kin?.name ?? asked.name
  if (isSure) return <TakeBack {...{ asked, kin, name, onTakenBack }} onClose={() => setSure(false)} />
  return (
    <Sheet
      title={`等${name}同意`}
      onClose={onClose}
      action={
        kin ? (
          <RingStationOf stationId={kin.stationId} kind="primary" />
        ) : (
          <Button icon="phone" onTap={() => open('pages/stations')}>
            找老人驿站的电话
          </Button>
        )
      }
      second={
        <Button kind="second" onTap={() => setSure(true)}>
          不办了，收回
        </Button>
      }
    >
      <Soft>{sinceWord(asked, kin !== undefined)}</Soft>
      <Notice kind="info">
        {kin ? '老人自己同意以前，还不能订餐、请人上门。' : '同意以前，您还什么都看不到、办不了。'}
      </Notice>
      {kin ? <RegisteredWays stationName={kin.stationName} /> : <AskedWays relation={asked.relation} />}
    </Sheet>
  )
}

function sinceWord({ relation, since }: Me['asked'][number], isRegistered: boolean): string {
  const at = since === undefined ? '' : `${whenWord(since, cloudNow())}，`
  return `${at}您以${relationWord[relation]}的身份${isRegistered ? '登记了老人' : '请老人同意您帮忙'}，老人还没有答复。`
}

interface TakeBackProps extends Props {
  name: string
}

/** Asks once, saying what ends and what stays. */
function TakeBack({ asked, kin, name, onClose, onTakenBack }: TakeBackProps) {
  const revoke = useAct('people.revoke')
  const sure = async () => {
    if (!(await revoke.run({ memberId: asked.memberId }))) return
    onTakenBack()
    await call('people.me', {}).then(rememberMe, () => undefined) // otherwise it shows the next time
  }
  return (
    <Sheet
      title={`不替${name}办了吗？`}
      onClose={onClose}
      trouble={revoke.trouble}
      action={
        <Button pending={revoke.isPending} onTap={() => void sure()}>
          确定收回
        </Button>
      }
      second={
        <Button kind="second" onTap={onClose}>
          还是再等等
        </Button>
      }
    >
      {`收回以后，${name}不用再答复您。${kin ? '登记还留在驿站，不想留的，请给驿站打电话。' : ''}以后想帮忙，还可以再请老人同意。`}
    </Sheet>
  )
}
