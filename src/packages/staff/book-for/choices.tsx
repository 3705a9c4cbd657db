import type { MenuClashes } from '#types/meals/clashes'
import type { BookedAlready } from '#types/meals/orders'
import type { Sitting } from '#types/meals/sittings'
import type { FoundElder } from '#types/people/found'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Segmented } from '@/components/segmented'
import { ToldHow } from '@/components/told-how'
import { hourOf } from '@/services/dates'
import type { Loaded } from '@/services/use-loaded'
import { Already } from './already'
import { modeOf, type Plan, sittingOf } from './plan'
import { Sets } from './sets'
import { SittingNews } from './sitting-news'

interface Props {
  elder: FoundElder
  /** The meals of the day. */
  list: readonly Sitting[]
  /** What she has of that day already. */
  booked: readonly BookedAlready[]
  /** Null where she belongs to another station, and nobody here is told. */
  clashes: Loaded<MenuClashes[]> | null
  plan: Plan
  onPlan(change: Partial<Plan>): void
}

/** Which meal of the day, what of it, how it is eaten, and how she asked for it. */
export function Choices({ elder, list, booked, clashes, plan, onPlan }: Props) {
  const sitting = sittingOf(plan, list)
  if (!sitting) return <Empty icon="utensils" title="这一天没有安排饭菜" hint="请选别的日子。" />
  return (
    <>
      <Segmented
        label="哪一餐"
        options={list.map(({ slot, startsAt }) => ({
          value: slot,
          word: `${slotWord[slot]} ${hourOf(startsAt)}`,
        }))}
        value={sitting.slot}
        onPick={(slot) => onPlan({ slot, setId: null })}
      />
      {plan.slot && plan.slot !== sitting.slot && (
        <Notice>{`这一天没有${slotWord[plan.slot]}，下面是${slotWord[sitting.slot]}。`}</Notice>
      )}
      <SittingNews list={list} sitting={sitting} isPicked={plan.slot !== null} />
      <Already booked={booked} sitting={sitting} elderName={elder.name} />
      <Sets
        {...{ sitting, elder, clashes }}
        setId={plan.setId}
        onPick={(setId) => onPlan({ setId, slot: sitting.slot })}
      />
      <Segmented
        label="怎么吃"
        options={sitting.modes.map((mode) => ({ value: mode, word: modeWord[mode] }))}
        value={modeOf(plan, sitting) ?? null}
        onPick={(mode) => onPlan({ mode })}
      />
      <ToldHow label="怎么来问的" value={plan.channel} onPick={(channel) => onPlan({ channel })} />
    </>
  )
}
