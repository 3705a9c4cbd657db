import { useState } from 'react'
import type { Misfit } from '#types/meals/misfits'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ring } from '@/platform/ring'
import { call } from '@/services/cloud'
import { hourOf } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { useReading } from '@/services/use-reading'
import { MisfitCard } from '../misfit-card'

interface Props {
  misfit: Misfit
  onEnd(way: 'refuse' | 'cancel'): void
  /** @param what 改好了时间 */
  onAgreed(what: string): void
  onOutdated(): void
}

/** What can be done for one: she is rung; then she agrees to the other time or to what is in it, or it is refused or cancelled with a reason. */
export function OneMisfit({ misfit, onEnd, onAgreed, onOutdated }: Props) {
  const { orderId, elderName, startsNow, kitchenRev, ways } = misfit
  const agree = useAct('meals.agreeTime')
  const told = useAct('meals.toldDishes')
  const send = async (startsAt: string) => {
    const order = await agree.run({ orderId, startsAt })
    if (order) onAgreed('改好了时间')
    else onOutdated()
  }
  const agreeToDishes = async (rev: number) => {
    const order = await told.run({ orderId, kitchenRev: rev, isAgreed: true })
    if (order) onAgreed('照样吃')
    else onOutdated()
  }
  const trouble = agree.trouble ?? told.trouble
  return (
    <MisfitCard misfit={misfit}>
      {ways.includes('ring') && <Ring misfit={misfit} />}
      {trouble && <Notice>{trouble}</Notice>}
      {startsNow && ways.includes('agreeTime') && (
        <Button
          kind="second"
          pending={agree.isPending}
          onTap={() => void send(startsNow)}
          label={`说好了，改到 ${hourOf(startsNow)}，${elderName}`}
        >
          {`说好了，改到 ${hourOf(startsNow)}`}
        </Button>
      )}
      {kitchenRev !== undefined && ways.includes('agreeDishes') && (
        <Button
          kind="second"
          pending={told.isPending}
          onTap={() => void agreeToDishes(kitchenRev)}
          label={`说好了，照样吃，${elderName}`}
        >
          说好了，照样吃
        </Button>
      )}
      {ways.includes('refuse') && (
        <Button kind="second" onTap={() => onEnd('refuse')} label={`不能接，${elderName}`}>
          不能接
        </Button>
      )}
      {ways.includes('cancel') && (
        <Button kind="second" onTap={() => onEnd('cancel')} label={`取消这一餐，${elderName}`}>
          取消这一餐
        </Button>
      )}
    </MisfitCard>
  )
}

/** The number comes with the tap, and is dialled at once. */
function Ring({ misfit: { orderId, elderName } }: { misfit: Misfit }) {
  const reading = useReading()
  const [isUnknown, setUnknown] = useState(false)
  const dial = async () => {
    const found = await reading.read(() => call('meals.ring', { orderId }))
    if (!found) return
    setUnknown(found.phone === null)
    if (found.phone !== null) ring(found.phone)
  }
  return (
    <>
      {reading.trouble && <Notice>{reading.trouble}</Notice>}
      {isUnknown && <Notice>老人没有登记电话，打不了。请打给家人，或者上门说一声。</Notice>}
      <Button
        kind="second"
        icon="phone"
        pending={reading.isPending}
        onTap={() => void dial()}
        label={`打电话，${elderName}`}
      >
        打电话
      </Button>
    </>
  )
}
