import type { KitchenWeek } from '#types/meals/menu-actions'
import type { Menu } from '#types/meals/menus'
import type { LocalDate } from '#types/values'
import { slotWord } from '#types/words/meals/slots'
import { Card } from '@/components/card'
import { DateStrip } from '@/components/date-strip'
import { ListRow } from '@/components/list-row'
import { LoadedPart } from '@/components/loaded-part'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Heading, Soft, Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, fullDay, weekdayWord } from '@/services/dates'
import { optionsOf } from '@/services/options-of'
import type { Loaded } from '@/services/use-loaded'
import { Begin, CopyAgain } from './begin'
import './index.scss'
import { Missing } from './missing'
import { Publish } from './publish'
import { SetCard } from './set-card'
import type { Step } from './step'
import { type MenuAt, offeredOn, setsOfDay, weekOptions } from './week'

interface Props {
  /** Of the kitchen. */
  name: string
  at: MenuAt
  load: Loaded<KitchenWeek>
  /** The day whose sets are shown. */
  date: LocalDate
  onAt(change: Partial<MenuAt>): void
  onDate(date: LocalDate): void
  go(step: Step): void
  onChanged(week: KitchenWeek, then: Step): void
  onOutdated(): void
}

/** Which week and meal, whether it is out, what is missing, and each day with its sets. */
export function WeekPage({ name, at, load, date, onAt, onDate, go, onChanged, onOutdated }: Props) {
  const today = dateOf(cloudNow())
  const week = load.state === 'ready' ? load.data : null
  const put = (changed: KitchenWeek) => onChanged(changed, { at: 'week' })
  return (
    <PageFrame
      title="菜单"
      dense
      action={
        week?.menu?.state === 'draft' && (
          <Publish at={at} week={week} menu={week.menu} onChanged={put} onOutdated={onOutdated} />
        )
      }
    >
      <Title>{`${name}的菜单`}</Title>
      <Segmented
        label="哪一周"
        options={weekOptions(today)}
        value={at.week}
        onPick={(picked) => onAt({ week: picked })}
      />
      <Segmented
        label="哪一餐"
        options={optionsOf(slotWord)}
        value={at.slot}
        onPick={(slot) => onAt({ slot })}
      />
      <LoadedPart load={load}>
        {(data) =>
          data.menu ? (
            <Week {...{ at, date, onDate, go }} week={data} menu={data.menu} onChanged={put} />
          ) : (
            <Begin at={at} onChanged={put} go={go} />
          )
        }
      </LoadedPart>
    </PageFrame>
  )
}

interface WeekProps extends Pick<Props, 'at' | 'date' | 'onDate' | 'go'> {
  week: KitchenWeek
  menu: Menu
  onChanged(week: KitchenWeek): void
}

/** At once on one page, a phone would hold too much: one day is shown, and picked from seven. */
function Week({ at, week, menu, date, onDate, go, onChanged }: WeekProps) {
  const today = dateOf(cloudNow())
  const sets = setsOfDay(week, menu, date)
  return (
    <>
      {menu.state === 'published' ? (
        <Notice kind="ok">这一周的菜单已经发了，老人能订。</Notice>
      ) : (
        <Notice kind="info">这一周的菜单还没有发，老人还订不到。</Notice>
      )}
      <Missing week={week} menu={menu} />
      <DateStrip
        today={today}
        from={at.week}
        days={7}
        value={date}
        noteOf={(day) => [countWord(offeredOn(menu, day).length)]}
        onPick={onDate}
      />
      <Heading>{fullDay(date)}</Heading>
      {sets.length === 0 && <Soft>这一天没有套餐，老人订不到。</Soft>}
      <LongList items={sets} size={6}>
        {(set) => (
          <SetCard
            key={`${date} ${set.setId}`}
            {...{ at, date, set, onChanged }}
            isPublished={menu.state === 'published'}
            isOver={date < today}
            onChange={() => go({ at: 'change', setId: set.setId })}
          />
        )}
      </LongList>
      <Heading>改菜单</Heading>
      <Card>
        {date >= today && (
          <ListRow title={`${weekdayWord(date)}有哪几种套餐`} onTap={() => go({ at: 'day' })} />
        )}
        <ListRow title="套餐" hint={`这一周有 ${menu.sets.length} 种`} onTap={() => go({ at: 'sets' })} />
        <ListRow
          title="菜和过敏"
          hint={`这一周有 ${menu.dishes.length} 道菜`}
          onTap={() => go({ at: 'dishes' })}
        />
      </Card>
      {menu.state === 'draft' && <CopyAgain at={at} rev={menu.rev} onChanged={onChanged} />}
    </>
  )
}

const countWord = (count: number) => (count > 0 ? `${count} 种` : '没有')
