import { useState } from 'react'
import { weekdayOf } from '#types/days'
import { most } from '#types/limits'
import { Button } from '@/components/button'
import { Checks } from '@/components/checks'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { fullDay } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { money } from '@/services/words'
import { BackToWeek } from './lists'
import type { StepProps } from './step'
import { offeredOn } from './week'

/** Which sets a day offers, in the order in which they were picked. */
export function DayForm({ at, menu, date, go, onChanged, onOutdated }: StepProps) {
  const save = useAct('meals.saveMenu')
  const [sets, setSets] = useState(() => offeredOn(menu, date))
  const isFull = sets.length > most.setsOfDay
  const send = async () => {
    const week = await save.run({ ...at, rev: menu.rev, days: [{ weekday: weekdayOf(date), sets }] })
    if (week) onChanged(week, { at: 'week' })
    else onOutdated()
  }
  return (
    <PageFrame
      title="菜单"
      dense
      action={
        <>
          {save.trouble && <Notice>{save.trouble}</Notice>}
          <Button pending={save.isPending} disabled={isFull} onTap={() => void send()}>
            {isFull ? `一天最多 ${most.setsOfDay} 种，先去掉几种` : '存下这一天'}
          </Button>
        </>
      }
      second={<BackToWeek go={go} />}
    >
      <Title>{`${fullDay(date)}有哪几种套餐？`}</Title>
      {menu.sets.length === 0 && <Soft>这一周还没有套餐。先加套餐，再来选。</Soft>}
      <Checks
        label="这一天的套餐"
        options={menu.sets.map(({ id, name, price }) => ({ value: id, word: `${name} ${money(price)}` }))}
        values={sets}
        onChange={setSets}
      />
    </PageFrame>
  )
}
