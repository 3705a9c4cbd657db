import { View } from '@tarojs/components'
import type { KeptPlan, StationPlans } from '#types/meals/plans'
import type { Slot } from '#types/meals/slots'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { LoadedPart } from '@/components/loaded-part'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Tag, Tags } from '@/components/tag'
import { Lead, Soft, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { longDate } from '@/services/dates'
import { optionsOf } from '@/services/options-of'
import { useCloud } from '@/services/use-loaded'
import '../planning.scss'
import { hasNoPlace, planFacts, standing } from './plan-words'
import type { Tried } from './tried'
import { useTrying } from './use-trying'

interface Props {
  stationId: string
  name: string
  slot: Slot
  /** Whether a change has just been kept. */
  isKept: boolean
  onSlot(slot: Slot): void
  /** @param from the plan that the new one begins from; null: nothing */
  onWrite(from: KeptPlan | null, plans: readonly KeptPlan[]): void
  onEnd(plans: readonly KeptPlan[]): void
  onTried(tried: Tried): void
}

/** The plans of a meal: in force, coming, and those that are over. */
export function PlanList(props: Props) {
  const { stationId, name, slot, isKept, onSlot, onWrite } = props
  const load = useCloud('meals.plans', { stationId, slot })
  const plans = load.state === 'ready' ? load.data.plans : null
  const write = () => {
    if (plans) onWrite(plans.find(({ stands }) => stands === 'inForce') ?? null, plans)
  }
  return (
    <PageFrame
      title="供餐安排"
      dense
      action={
        <Button disabled={!plans} onTap={write}>
          {`写一份新的${slotWord[slot]}安排`}
        </Button>
      }
    >
      <Title>{`${name}的供餐安排`}</Title>
      {isKept && <Notice kind="ok">存好了。已经订了的餐都还在。</Notice>}
      <Segmented label="哪一餐" options={optionsOf(slotWord)} value={slot} onPick={onSlot} />
      <LoadedPart load={load}>{(data) => <Plans {...props} data={data} />}</LoadedPart>
    </PageFrame>
  )
}

/** What is known of days whose year nobody has announced. */
const countedBy: Record<NonNullable<StationPlans['beyond']>, string> = {
  law: '法定的节日和星期几算',
  weekday: '星期几算，过节也当平常日子',
}

function Plans({ stationId, slot, data, onWrite, onEnd, onTried }: Props & { data: StationPlans }) {
  const { plans, kitchen, arrangedUntil, beyond } = data
  const isServed = plans.some(({ stands, weekdays }) => stands === 'inForce' && weekdays.length > 0)
  return (
    <>
      {kitchen ? (
        <Soft>{`菜单由${kitchen.name}写。没有菜单的日子，老人订不到。`}</Soft>
      ) : (
        <Notice>还没有厨房给这家驿站供餐，老人订不到。请区里的监管人员定好厨房。</Notice>
      )}
      {plans.length === 0 && (
        <Empty icon="utensils" title={`${slotWord[slot]}还没有安排`} hint="写一份，老人才订得到。" />
      )}
      <LongList items={plans} size={6}>
        {(plan) => (
          <PlanCard
            key={`${plan.from} ${plan.rev}`}
            {...{ stationId, plan, plans, onTried }}
            onCopy={() => onWrite(plan, plans)}
          />
        )}
      </LongList>
      {beyond ? (
        <Notice>{`放假和调休的日子，只公布到${longDate(arrangedUntil)}。以后的日子，先照${countedBy[beyond]}。公布以后会自动改过来；订好的餐都还在，对不上的列在“对不上的订餐”里。`}</Notice>
      ) : (
        <Soft small>{`放假和调休的日子，已经公布到${longDate(arrangedUntil)}。`}</Soft>
      )}
      <Card>
        {isServed && <ListRow title={`从哪一天起不供${slotWord[slot]}`} onTap={() => onEnd(plans)} />}
        <ListRow title="对不上的订餐" onTap={() => open('packages/planning/misfits', { stationId })} />
        <ListRow title="不开门的日子" onTap={() => open('packages/planning/closures', { stationId })} />
      </Card>
    </>
  )
}

interface CardProps extends Pick<Props, 'stationId' | 'onTried'> {
  plan: KeptPlan
  plans: readonly KeptPlan[]
  onCopy(): void
}

function PlanCard({ stationId, plan, plans, onTried, onCopy }: CardProps) {
  const trying = useTrying(stationId, plans, onTried)
  const { slot, from, until, stands, weekdays } = plan
  const { word, kind } = standing[stands]
  const title = until === null ? `${longDate(from)}起` : `${longDate(from)}到${longDate(until)}`
  const isAlive = stands === 'inForce' || stands === 'coming'
  return (
    <Card>
      <View className="planning-card">
        <Lead>{title}</Lead>
        <Tags>
          <Tag kind={kind}>{word}</Tag>
        </Tags>
        {hasNoPlace(plan) && (
          <Notice>
            这份安排没有能订的座位，也没有自取和送餐的份数，老人订不到。请照这份改，写上座位或者份数。
          </Notice>
        )}
        <Facts rows={planFacts(plan)} />
        {trying.trouble && <Notice>{trying.trouble}</Notice>}
        {isAlive && weekdays.length > 0 && (
          <Button kind="second" onTap={onCopy} label={`照这份改，${title}`}>
            照这份改
          </Button>
        )}
        {stands === 'coming' && (
          <Button
            kind="second"
            pending={trying.isPending}
            onTap={() => void trying.attempt({ act: 'takeBack', slot, from })}
            label={`收回这一份，${title}`}
          >
            收回这一份
          </Button>
        )}
      </View>
    </Card>
  )
}
