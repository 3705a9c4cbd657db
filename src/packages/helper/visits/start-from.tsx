import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Me } from '#types/people'
import { AllowPlace } from '@/components/allow-place'
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

interface Props {
  onChange(): Promise<void>
}

/** Asks a volunteer once where they start from: whoever is nearest is asked first when it is urgent. */
export function StartFrom({ me, onChange }: { me: Me } & Props) {
  const [isAsking, setAsking] = useState(false)
  if (!me.roles.some(({ role }) => role === 'volunteer')) return null
  if (!me.startsFrom) return canLocate ? <First onChange={onChange} /> : null
  return (
    <>
      <ListRow
        title="我平时从哪里出发"
        hint="已经记下，有急事会先问离得近的人"
        icon="map-pin"
        onTap={() => setAsking(true)}
      />
      {isAsking && <Change onChange={onChange} onClose={() => setAsking(false)} />}
    </>
  )
}

function First({ onChange }: Props) {
  const { save, isLost, trouble, isPending } = useStart(onChange)
  const saveHere = () => void save('here')
  return (
    <Card>
      <Lead>您平时从哪里出发？</Lead>
      <View>有人急着要人去的时候，先问离得近的。现在还不知道您在哪一带，就问不到您。</View>
      {trouble && <Notice>{trouble}</Notice>}
      {isLost && <Notice>{lostWords}</Notice>}
      {isLost && <AllowPlace onAllowed={saveHere} />}
      <Button kind="second" icon="map-pin" pending={isPending} onTap={saveHere}>
        就记我现在的地方
      </Button>
      <Soft small>只记这一个地方，不记您去过哪里；随时可以换，也可以不记。</Soft>
    </Card>
  )
}

function Change({ onChange, onClose }: { onClose(): void } & Props) {
  const { save, isLost, trouble, isPending } = useStart(onChange)
  const change = async (from: 'here' | null) => {
    if (await save(from)) onClose()
  }
  const forget = (
    <Button kind="second" pending={isPending} onTap={() => void change(null)}>
      不记了
    </Button>
  )
  const replace = canLocate && (
    <Button kind="pine" pending={isPending} onTap={() => void change('here')}>
      换成我现在的地方
    </Button>
  )
  return (
    <Sheet
      title="平时从哪里出发"
      onClose={onClose}
      trouble={trouble ?? (isLost ? lostWords : null)}
      action={replace || forget}
      second={replace && forget}
    >
      <View>只记一个地方，用来在有急事时找离得近的人。不记了，有急事就不会先问您，您还是可以自己来看。</View>
      {isLost && <AllowPlace onAllowed={() => void change('here')} />}
    </Sheet>
  )
}

function useStart(onChange: () => Promise<void>) {
  const start = useAct('people.startFrom')
  const [isLost, setLost] = useState(false)
  /** Whether it was done. */
  const save = async (from: 'here' | null): Promise<boolean> => {
    setLost(false)
    const place = from === null ? null : await whereIAm('tap')
    if (from === 'here' && place === null) {
      setLost(true)
      return false
    }
    if (!(await start.run({ place }))) return false
    updateMe({ startsFrom: place })
    await onChange()
    return true
  }
  return { save, isLost, trouble: start.trouble, isPending: start.isPending }
}
