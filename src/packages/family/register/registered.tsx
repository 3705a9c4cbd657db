import type { Registered as RegisteredOf } from '#types/people/elders'
import { AgreeWays } from '@/components/agree-ways'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { open, openTab } from '@/platform/navigation'
import { ring } from '@/platform/ring'
import { actFor } from '@/services/person'
import { useCloud } from '@/services/use-loaded'

/** She is registered and has agreed. */
export function RegisteredMe({ elderId, name, stationName }: RegisteredOf) {
  return (
    <PageFrame
      title="登记"
      action={
        <Button
          onTap={() => {
            actFor(elderId)
            openTab('pages/home')
          }}
        >
          去首页
        </Button>
      }
    >
      <Title>{name}，登记好了</Title>
      <Notice kind="ok">{`想订餐、想请人上门，现在就能点。有事找${stationName}。`}</Notice>
      <Card>
        <ListRow
          title="我的服务卡"
          hint="到驿站给人看一看，就知道是您"
          onTap={() => open('packages/family/card', { elderId })}
        />
        <ListRow
          title="请家人来帮我"
          hint="让女儿、儿子也能替您订"
          onTap={() => open('packages/family/circle', { elderId })}
        />
      </Card>
    </PageFrame>
  )
}

interface KinProps {
  registered: RegisteredOf
  stationId: string
}

/** She is registered, and nothing can be done for her until she says yes. */
export function RegisteredKin({ registered: { name, stationName }, stationId }: KinProps) {
  const station = useCloud('stations.show', { stationId })
  const phone = station.state === 'ready' ? station.data.phone : null
  const toHome = () => openTab('pages/home')
  const callOrLeave = phone ? (
    <Button icon="phone" onTap={() => ring(phone)}>
      打电话给驿站
    </Button>
  ) : (
    <Button onTap={toHome}>知道了</Button>
  )
  return (
    <PageFrame
      title="替家人登记"
      action={station.state !== 'loading' && callOrLeave} // no other button comes under the finger
      second={
        phone && (
          <Button kind="second" onTap={toHome}>
            知道了
          </Button>
        )
      }
    >
      <Title>登记上了，还差本人同意</Title>
      <Notice>{`${name}自己同意以前，还不能订餐、请人上门。`}</Notice>
      <AgreeWays name={name} stationId={stationId} stationName={stationName} phone={phone} />
      {phone && <Soft>驿站电话：{phone}</Soft>}
    </PageFrame>
  )
}
