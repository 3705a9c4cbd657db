import { useState } from 'react'
import { mondayOf } from '#types/days'
import type { KitchenWeek } from '#types/meals/menu-actions'
import { slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { PageFrame } from '@/components/page-frame'
import { toTop } from '@/platform/page'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { useCloud } from '@/services/use-loaded'
import { type MenuAt, weekOptions } from './week'
import { WeekPage } from './week-page'

interface Props {
  kitchen: { id: string; name: string }
  /** The week and the meal of the address, where it names them. */
  asked: { week?: string; slot?: string }
}

/** What is looked at: the week. */
export function KitchenMenu({ kitchen, asked }: Props) {
  const today = dateOf(cloudNow())
  const [at, setAt] = useState<MenuAt>(() => ({
    kitchenId: kitchen.id,
    week: weekOptions(today).find(({ value }) => value === asked.week)?.value ?? mondayOf(today),
    slot: slots.find((one) => one === asked.slot) ?? 'lunch',
  }))
  const [picked, setPicked] = useState<LocalDate>(today)
  const load = useCloud('meals.menu', at)
  if (load.state === 'failed') return <PageFrame title="菜单" load={load} dense />
  const put = (week: KitchenWeek) => load.state === 'ready' && load.put(week)
  return (
    <WeekPage
      name={kitchen.name}
      at={at}
      load={load}
      date={mondayOf(picked) === at.week ? picked : at.week}
      onAt={(change) => setAt({ ...at, ...change })}
      onDate={setPicked}
      onChanged={(week) => {
        put(week)
        toTop()
      }}
    />
  )
}
