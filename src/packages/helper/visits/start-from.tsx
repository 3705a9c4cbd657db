import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Me } from '#types/people'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Lead, Soft } from '@/components/text'
import { canLocate } from '@/platform/place'
import { updateMe } from '@/services/person'
import { useAct } from '@/services/use-act'
import { whereIAm } from '@/services/where'

const lostWords = '不知道您在哪里。请在微信里允许使用位置，再点一次。'

/** Asks a volunteer once where they start from: whoever is nearest is asked first when it is urgent. */
export function StartFrom({ me, onChange }: { me: Me; onChange(): Promise<void> }) {
  const [isAsking, setAsking] = useState(false)
  const { save, isLost, trouble, isPending } = useStart(onChange)
  if (!me.roles.some(({ role }) => role === 'volunteer')) return null

  if (!me.startsFrom) {
    if (!canLocate) return null
    return (
      <Card>
        <Lead>您平时从哪里出发？</Lead>
        <View>有人急着要人去的时候，先问离得近的。现在还不知道您在哪一带，就问不到您。</View>
        {trouble && <Notice>{trouble}</Notice>}
        {isLost && <Notice>{lostWords}</Notice>}
        <Button kind="second" icon="map-pin" pending={isPending} onTap={() => void save('here')}>
          就记我现在的地方
        </Button>
        <Soft small>只记这一个地方，不记您去过哪里；随时可以换，也可以不记。</Soft>
      </Card>
    )
  }
  return (
    <>
      <ListRow
        title="我平时从哪里出发"
        hint="已经记下，有急事会先问离得近的人"
        icon="map-pin"
        onTap={() => setAsking(true)}
      />
      {isAsking && (
        <Sheet
          title="平时从哪里出发"
          onClose={() => setAsking(false)}
          trouble={trouble ?? (isLost ? lostWords : null)}
          action={
            <Button
              kind="pine"
              pending={isPending}
              onTap={() => void save('here').then(() => setAsking(false))}
            >
              换成我现在的地方
            </Button>
          }
          second={
            <Button
              kind="second"
              pending={isPending}
              onTap={() => void save(null).then(() => setAsking(false))}
            >
              不记了
            </Button>
          }
        >
          只记一个地方，用来在有急事时找离得近的人。不记了，有急事就不会先问您，您还是可以自己来看。
        </Sheet>
      )}
    </>
  )
}

function useStart(onChange: () => Promise<void>) {
  const start = useAct('people.startFrom')
  const [isLost, setLost] = useState(false)
  const save = async (from: 'here' | null) => {
    setLost(false)
    const place = from === null ? null : await whereIAm('tap')
    if (from === 'here' && place === null) {
      setLost(true)
      return
    }
    if (!(await start.run({ place }))) return
    updateMe({ startsFrom: place })
    await onChange()
  }
  return { save, isLost, trouble: start.trouble, isPending: start.isPending }
}
