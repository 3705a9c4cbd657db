import { View } from '@tarojs/components'
import type { Misfits } from '#types/meals/misfits'
import type { Closure } from '#types/stations'
import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { LoadedPart } from '@/components/loaded-part'
import { Sheet } from '@/components/sheet'
import { dayInFull, fullDay } from '@/services/dates'
import { lastOf } from '@/services/last-of'
import { closureWord } from '@/services/opening'
import { useAct } from '@/services/use-act'
import { useCloud } from '@/services/use-loaded'

interface Props {
  stationId: string
  closure: Closure
  /** Today's and the coming ones. */
  all: readonly Closure[]
  today: LocalDate
  /** Told those that are left. */
  onReopened(left: Closure[]): void
  onClose(): void
}

/** From which day on it opens again, what is left closed, and whose meals are booked on these days: only then it is done. */
export function ReopenSheet({ stationId, closure, all, today, onReopened, onClose }: Props) {
  const reopen = useAct('meals.reopen')
  const misfits = useCloud('meals.misfits', { stationId })
  const from = closure.from < today ? today : closure.from
  const { until, gone, left } = whatEnds(all, from)
  const send = async () => {
    const kept = await reopen.run({ stationId, from })
    if (kept) onReopened(kept)
  }
  return (
    <Sheet
      title={`从${dayInFull(from, today)}起恢复开门吗？`}
      onClose={onClose}
      trouble={reopen.trouble}
      action={
        <Button disabled={misfits.state !== 'ready'} pending={reopen.isPending} onTap={() => void send()}>
          恢复开门
        </Button>
      }
      second={
        <Button kind="second" onTap={onClose}>
          先不恢复
        </Button>
      }
    >
      <View>{`${daysWord(from, until)}照平常的安排开门，不再写着：`}</View>
      {gone.map((one) => (
        <View key={`${one.from} ${one.to}`}>{`${closureWord(one)}。`}</View>
      ))}
      {left.map((one) => (
        <View key={`${one.from} ${one.to}`}>{`另外写着${closureWord(one)}。那几天还是不开门。`}</View>
      ))}
      <LoadedPart load={misfits}>{(found) => <View>{concernedWord(found, from, until)}</View>}</LoadedPart>
    </Sheet>
  )
}

/** What is written of a local date ends, until its last day; what begins later stays. */
function whatEnds(all: readonly Closure[], date: LocalDate) {
  const gone = all.filter(({ from, to }) => from <= date && date <= to)
  const until = lastOf(gone.map(({ to }) => to).sort()) ?? date
  return { until, gone, left: all.filter(({ from }) => date < from && from <= until) }
}

const daysWord = (from: LocalDate, to: LocalDate): string =>
  from === to ? fullDay(from) : `${fullDay(from)}到${fullDay(to)}`

/** How many orders there are on these days: none of them fits while it is closed. Only the first page of all is counted. */
function concernedWord({ misfits, next }: Misfits, from: LocalDate, until: LocalDate): string {
  const count = misfits.filter(({ date }) => from <= date && date <= until).length
  const isCut = next !== null && (lastOf(misfits)?.date ?? until) <= until
  if (count === 0) return isCut ? '这些天有没有人订着餐，要到“对不上的订餐”里看。' : '这些天里没有人订着餐。'
  return `这些天里${isCut ? '至少' : ''}有 ${count} 份订餐还在。恢复开门不会改这些订餐，也不会通知老人；已经打电话说过不开门的，请再打电话说一声。`
}
