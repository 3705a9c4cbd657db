import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import type { FoundElder } from '#types/people/found'
import { AllergyQuestion } from '@/components/allergy-question'
import { BookingDays } from '@/components/booking-days'
import { Button } from '@/components/button'
import { LoadedPart } from '@/components/loaded-part'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { buzz } from '@/platform/buzz'
import { elsewhereWord } from '@/services/elsewhere-words'
import { shownOf } from '@/services/shown-set'
import { useAct } from '@/services/use-act'
import { useCloud } from '@/services/use-loaded'
import { money } from '@/services/words'
import { Choices } from './choices'
import { ChosenElder } from './chosen-elder'
import { missingWord } from './missing-word'
import { modeOf, type Plan, setOf, sittingOf } from './plan'
import { PriceCard } from './price-card'

interface Props {
  stationId: string
  elder: FoundElder
  plan: Plan
  onPlan(change: Partial<Plan>): void
  onOtherElder(): void
  onBooked(order: MealOrder): void
}

/** What somebody at the counter or on the telephone is to eat, with its price, and the yes to it. */
export function ChooseMeal({ stationId, elder, plan, onPlan, onOtherElder, onBooked }: Props) {
  const book = useAct('meals.bookFor')
  const [tried, setTried] = useState<string | null>(null)
  /** The set of which it is asked, or was said, that it is booked all the same. */
  const [asking, setAsking] = useState<string | null>(null)
  const [known, setKnown] = useState<string | null>(null)
  const sittings = useCloud('meals.sittings', { stationId, date: plan.date })
  const hers = { stationId, date: plan.date, elderId: elder.id }
  const clashes = useCloud('meals.clashes', elder.isOwn ? hers : null)
  const booked = useCloud('meals.bookedFor', hers)
  const already = booked.state === 'ready' ? booked.data : []
  const sitting = sittings.state === 'ready' ? sittingOf(plan, sittings.data) : undefined
  const set = sitting && setOf(plan, sitting)
  const mode = sitting && modeOf(plan, sitting)
  const wish = sitting && set && mode && { sittingId: sitting.id, elderId: elder.id, setId: set.id, mode }
  const quote = useCloud('meals.quote', wish ?? null)

  const isElsewhere = book.code === 'ALREADY_ELSEWHERE'
  const isSecond = isElsewhere && tried === wish?.sittingId // it was asked of this meal, not of one that was picked since

  const send = async () => {
    if (!set || !wish || quote.state !== 'ready') return
    setTried(wish.sittingId)
    const told = { pays: quote.data.elderPays, sees: shownOf(set) }
    const order = await book.run({
      ...wish,
      ...told,
      channel: plan.channel,
      ...(isSecond && { isMeant: true }),
    })
    if (!order) {
      void quote.reload() // it may cost something else now
      void booked.reload()
      void sittings.reload()
      return
    }
    buzz()
    onBooked(order)
  }
  const isPriced = quote.state === 'ready'
  const clashing = isPriced && quote.data.clashes?.clashes.length ? quote.data.clashes : null
  const asked = wish ? `${wish.sittingId} ${wish.setId}` : null
  const tap = () => {
    if (clashing && known !== asked) setAsking(asked)
    else void send()
  }
  const missing = missingWord(sitting, set !== undefined, mode, already)

  return (
    <PageFrame
      title="帮人订餐"
      dense
      action={
        <>
          {sitting && isSecond && <Notice>{elsewhereWord(book.detail, sitting, elder.name)}</Notice>}
          {book.trouble && !isElsewhere && (
            <Notice>{book.code === 'ALREADY_BOOKED' ? alreadyWords : book.trouble}</Notice>
          )}
          {missing || !isPriced ? (
            <Button disabled onTap={() => undefined}>
              {missing ?? (quote.state === 'failed' ? '价钱没有算出来' : '正在算价钱')}
            </Button>
          ) : (
            <Button pending={book.isPending} onTap={tap}>
              {`${isSecond ? '再订一份' : '订好'}，应付 ${money(quote.data.elderPays)}`}
            </Button>
          )}
        </>
      }
    >
      <ChosenElder {...{ stationId, elder }} onOther={onOtherElder} />
      <BookingDays stationId={stationId} value={plan.date} onPick={(date) => onPlan({ date, setId: null })} />
      <LoadedPart load={sittings}>
        {(list) => (
          <Choices
            {...{ elder, list, plan, onPlan }}
            booked={already}
            clashes={elder.isOwn ? clashes : null}
          />
        )}
      </LoadedPart>
      {wish && <PriceCard quote={quote} elderName={elder.name} />}
      {clashing && isPriced && asking === asked && (
        <AllergyQuestion
          question="还订吗？"
          no="换一份"
          found={clashing}
          elderWord={elder.name}
          trouble={null}
          yes={
            <Button
              kind="second"
              onTap={() => {
                setKnown(asked)
                setAsking(null)
                void send()
              }}
            >
              {`还是订，应付 ${money(quote.data.elderPays)}`}
            </Button>
          }
          onBack={() => setAsking(null)}
        />
      )}
    </PageFrame>
  )
}

const alreadyWords = '这位老人这一餐已经订过了，在当天的订单里能找到。'
