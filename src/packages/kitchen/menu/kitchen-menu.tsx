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
import { ChangeSet } from './change-set'
import { DayForm } from './day-form'
import { DishForm } from './dish-form'
import { Dishes, Sets } from './lists'
import { SetForm } from './set-form'
import type { Step, StepProps } from './step'
import { emptyMenu, type MenuAt, weekOptions } from './week'
import { WeekPage } from './week-page'

interface Props {
  kitchen: { id: string; name: string }
  /** The week and the meal of the address, where it names them. */
  asked: { week?: string; slot?: string }
}

/** What is looked at: the week, or a part of it that is written. */
export function KitchenMenu({ kitchen, asked }: Props) {
  const today = dateOf(cloudNow())
  const [at, setAt] = useState<MenuAt>(() => ({
    kitchenId: kitchen.id,
    week: weekOptions(today).find(({ value }) => value === asked.week)?.value ?? mondayOf(today),
    slot: slots.find((one) => one === asked.slot) ?? 'lunch',
  }))
  const [picked, setPicked] = useState<LocalDate>(today)
  const [step, setStep] = useState<Step>({ at: 'week' })
  const load = useCloud('meals.menu', at)
  const go = (next: Step) => {
    setStep(next)
    toTop()
  }
  const date = mondayOf(picked) === at.week ? picked : at.week
  const onChanged = (week: KitchenWeek, then: Step) => {
    if (load.state === 'ready') load.put(week)
    if (then.at !== step.at) go(then)
  }
  const onOutdated = () => void load.reload()
  if (step.at === 'week') {
    const props = { at, load, date, go, onChanged, onOutdated }
    return (
      <WeekPage
        {...props}
        name={kitchen.name}
        onAt={(change) => setAt({ ...at, ...change })}
        onDate={setPicked}
      />
    )
  }
  if (load.state !== 'ready') return <PageFrame title="菜单" load={load} dense />
  const menu = load.data.menu ?? emptyMenu(at)
  const { ordered, unseen } = load.data
  return <Part step={step} {...{ at, menu, ordered, unseen, date, go, onChanged, onOutdated }} />
}

function Part({ step, ...props }: StepProps & { step: Exclude<Step, { at: 'week' }> }) {
  switch (step.at) {
    case 'dishes':
      return <Dishes {...props} />
    case 'dish':
      return <DishForm {...props} id={step.id} />
    case 'sets':
      return <Sets {...props} />
    case 'set':
      return <SetForm {...props} id={step.id} />
    case 'day':
      return <DayForm {...props} />
    case 'change':
      return <ChangeSet {...props} setId={step.setId} />
  }
}
