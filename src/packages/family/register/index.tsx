import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Me } from '#types/people'
import type { Registered } from '#types/people/elders'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { JoinedAway } from '@/components/joined-away'
import { PageFrame } from '@/components/page-frame'
import { open, openTab } from '@/platform/navigation'
import { useShareCards } from '@/platform/share'
import { usePerson } from '@/services/person'
import { rememberRegistered } from '@/services/registered-kin'
import { useCloud } from '@/services/use-loaded'
import { freshMe } from '../fresh-me'
import { FillIn } from './fill-in'
import { ForWhom } from './for-whom'
import type { Whom } from './form'
import { RegisteredKin, RegisteredMe } from './registered'

const title = '登记'

export default function Register() {
  useShareCards()
  const { for: asked } = useRouter<{ for?: string }>().params
  const [whom, setWhom] = useState<Whom | null>(asked === 'me' || asked === 'kin' ? asked : null)
  const person = usePerson()
  if (person.state !== 'ready') return <PageFrame title={title} load={person} />
  const { me } = person.data
  if (whom === 'me') return <RegisterMe me={me} />
  if (whom === 'kin') return <RegisterKin me={me} />
  return <ForWhom onPick={setWhom} />
}

interface Done {
  registered: Registered
  stationId: string
}

function RegisterMe({ me }: { me: Me }) {
  const own = me.elders.find(({ relation }) => relation === 'self')
  const [wasRegistered] = useState(own !== undefined)
  const [done, setDone] = useState<Done | null>(null)
  const consents = useCloud('people.consents', wasRegistered ? null : {})
  if (done) return <RegisteredMe {...done.registered} />
  if (own?.isJoined) {
    return (
      <PageFrame title={title}>
        <JoinedAway elder={own} />
      </PageFrame>
    )
  }
  if (own && wasRegistered) {
    return (
      <PageFrame title={title}>
        <Empty
          icon="user-round"
          title={`${own.name}，您已经登记过了`}
          hint="不用再登一次，可以直接订餐、请人上门。"
        >
          <Button onTap={() => openTab('pages/home')}>去首页</Button>
          <Button kind="second" onTap={() => open('packages/family/file', { elderId: own.id })}>
            看看我的资料
          </Button>
        </Empty>
      </PageFrame>
    )
  }
  if (consents.state !== 'ready') return <PageFrame title={title} load={consents} />
  return (
    <FillIn
      me={me}
      whom="me"
      consents={consents.data}
      onRefused={() => void consents.reload()}
      onRegistered={(registered, stationId) => {
        void freshMe()
        setDone({ registered, stationId })
      }}
    />
  )
}

function RegisterKin({ me }: { me: Me }) {
  const [done, setDone] = useState<Done | null>(null)
  if (done) return <RegisteredKin {...done} />
  return (
    <FillIn
      me={me}
      whom="kin"
      consents={[]}
      onRefused={() => undefined}
      onRegistered={(registered, stationId) => {
        const { elderId, name, stationName } = registered
        rememberRegistered({ elderId, name, stationId, stationName })
        void freshMe()
        setDone({ registered, stationId })
      }}
    />
  )
}
