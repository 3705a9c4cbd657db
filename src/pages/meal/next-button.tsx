import type { ReactNode } from 'react'
import type { MenuClashes } from '#types/meals/clashes'
import type { MealOrder } from '#types/meals/orders'
import type { Sitting } from '#types/meals/sittings'
import type { ActFor } from '#types/people'
import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { RingStationOf } from '@/components/ring-station'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { foundIn } from '@/services/use-clashes'
import type { Loaded } from '@/services/use-loaded'
import { isTooFar } from './little'
import type { Insteads } from './use-instead'
import { bookedFor, pickFrom, type Wish } from './wish'

interface At {
  elder: ActFor | null
  stationId: string
  date: LocalDate
  sittings: Loaded<Sitting[]>
  /** What is booked for the elder already. */
  orders: readonly MealOrder[]
  /** What of the day's sets the elder is allergic to; null where nobody is told. */
  clashes: Loaded<MenuClashes[]> | null
  wish: Wish
  /** What can be booked where the wish cannot be granted. */
  instead: Insteads | null
  onChange(wish: Wish): void
}

const next = '下一步：看价钱'

/** On to the price; where that leads nowhere, to what can be had instead. Null where there is nothing to do. */
export function nextButton({
  elder,
  stationId,
  date,
  sittings,
  orders,
  clashes,
  wish,
  instead,
  onChange,
}: At): ReactNode {
  if (!elder) return <Button onTap={() => open('packages/family/register')}>去登记</Button>
  if (sittings.state === 'failed') return null
  if (sittings.state === 'loading') {
    if (!elder.scopes.includes('order')) return null
    return (
      <Button pending onTap={() => undefined}>
        {next}
      </Button>
    )
  }

  const now = cloudNow()
  const pick = pickFrom(sittings.data, wish, now, foundIn(clashes))
  const booked = pick && bookedFor(pick.sitting, orders)
  if (booked) {
    return <Button onTap={() => open('pages/booked', { orderId: booked.id })}>看看订的那一份</Button>
  }
  if (!elder.scopes.includes('order')) return null
  if (isTooFar(elder, date)) return <RingStationOf stationId={stationId} elderId={elder.id} kind="primary" />
  if (pick?.standing === 'open') {
    const { sitting, set, mode } = pick
    if (!set || !mode) {
      return (
        <Button disabled onTap={() => undefined}>
          {set ? '先选怎么吃' : '先选一份套餐'}
        </Button>
      )
    }
    const choice = { sittingId: sitting.id, setId: set.id, mode, elderId: elder.id }
    return <Button onTap={() => open('pages/confirm', choice)}>{next}</Button>
  }
  const best = instead?.found[0]
  if (best) return <Button onTap={() => onChange(best.wish)}>{best.words}</Button>
  if (instead?.state === 'failed') {
    return (
      <Button icon="refresh-cw" onTap={() => void instead.look()}>
        看看还能订哪一餐
      </Button>
    )
  }
  return instead?.state === 'ready' ? (
    <RingStationOf stationId={stationId} elderId={elder.id} kind="primary" />
  ) : (
    <Button pending onTap={() => undefined}>
      看看还能订哪一餐
    </Button>
  )
}
