import type { KitchenWeek } from '#types/meals/menu-actions'
import type { Menu } from '#types/meals/menus'
import type { LocalDate } from '#types/values'
import { slotWord } from '#types/words/meals/slots'
import { DateStrip } from '@/components/date-strip'
import { LoadedPart } from '@/components/loaded-part'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Heading, Soft, Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, fullDay } from '@/services/dates'
import { optionsOf } from '@/services/options-of'
import type { Loaded } from '@/services/use-loaded'
import { Begin } from './begin'
import './index.scss'
import { Missing } from './missing'
import { Publish } from './publish'
import { SetCard } from './set-card'
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
  onChanged(week: KitchenWeek): void
}

/** Which week and meal, whether it is out, what is missing, and each day with its sets. */
export function WeekPage({ name, at, load, date, onAt, onDate, onChanged }: Props) {
  const today = dateOf(cloudNow())
  const week = load.state === 'ready' ? load.data : null
  return (
    <PageFrame
      title="菜单"
      dense
      action={
        week?.menu?.state === 'draft' && (
          <Publish
            at={at}
            week={week}
            menu={week.menu}
            onChanged={onChanged}
            onOutdated={() => void load.reload()}
          />
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
            <Week at={at} week={data} menu={data.menu} date={date} onDate={onDate} onChanged={onChanged} />
          ) : (
            <Begin at={at} onChanged={onChanged} />
          )
        }
      </LoadedPart>
    </PageFrame>
  )
}

interface WeekProps extends Pick<Props, 'at' | 'date' | 'onDate' | 'onChanged'> {
  week: KitchenWeek
  menu: Menu
}

/** At once on one page, a phone would hold too much: one day is shown, and picked from seven. */
function Week({ at, week, menu, date, onDate, onChanged }: WeekProps) {
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
          />
        )}
      </LongList>
    </>
  )
}

const countWord = (count: number) => (count > 0 ? `${count} 种` : '没有')
