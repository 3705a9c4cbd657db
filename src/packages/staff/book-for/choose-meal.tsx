import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import type { FoundElder } from '#types/people'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { AllergyQuestion } from '@/components/allergy-question'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DateStrip } from '@/components/date-strip'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Lead } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, hourOf } from '@/services/dates'
import { elsewhereWord } from '@/services/elsewhere-words'
import { useAct } from '@/services/use-act'
import { useCloud } from '@/services/use-loaded'
import { money } from '@/services/words'
import { Already } from './already'
import { missingWord } from './missing-word'
import { type Plan, sittingOf } from './plan'
import { PriceCard } from './price-card'
import { Sets } from './sets'
import { SittingNews } from './sitting-news'

interface Props {
  stationId: string
  elder: FoundElder
  plan: Plan
  onPlan(change: Partial<Plan>): void
  onOtherElder(): void
  onBooked(order: MealOrder): void
}

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
  const set = sitting?.sets.find(({ id }) => id === plan.setId)
  const mode = sitting?.modes.find((one) => one === plan.mode)
  const wish = sitting && set && mode && { sittingId: sitting.id, elderId: elder.id, setId: set.id, mode }
  const quote = useCloud('meals.quote', wish ?? null)

  const isElsewhere = book.code === 'ALREADY_ELSEWHERE'
  const isSecond = isElsewhere && tried === wish?.sittingId // it was asked of this meal, not of one that was picked since

  const send = async () => {
    if (!wish || quote.state !== 'ready') return
    setTried(wish.sittingId)
    const pays = quote.data.elderPays
    const order = await book.run({ ...wish, pays, channel: plan.channel, ...(isSecond && { isMeant: true }) })
    if (!order) {
      void quote.reload() // it may cost something else now
      void booked.reload()
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
      <Card>
        <View className="book-for-elder">
          <View className="book-for-elder-words">
            <Lead>
              {elder.name} · {elder.age} 岁
            </Lead>
            <View>{elder.building}</View>
          </View>
          {elder.isOwn && (
            <View>
              <Button
                kind="quiet"
                onTap={() => open('packages/staff/elder', { stationId, elderId: elder.id })}
              >
                看登记
              </Button>
            </View>
          )}
          <View>
            <Button kind="quiet" onTap={onOtherElder}>
              换一位
            </Button>
          </View>
        </View>
      </Card>
      <DateStrip
        today={dateOf(cloudNow())}
        value={plan.date}
        onPick={(date) => onPlan({ date, setId: null })}
      />
      <LoadedPart load={sittings}>
        {(list) =>
          sitting ? (
            <>
              <Segmented
                label="哪一餐"
                options={list.map((one) => ({
                  value: one.slot,
                  word: `${slotWord[one.slot]} ${hourOf(one.startsAt)}`,
                }))}
                value={sitting.slot}
                onPick={(slot) => onPlan({ slot, setId: null })}
              />
              {plan.slot && plan.slot !== sitting.slot && (
                <Notice>{`这一天没有${slotWord[plan.slot]}，下面是${slotWord[sitting.slot]}。`}</Notice>
              )}
              <SittingNews list={list} sitting={sitting} isPicked={plan.slot !== null} />
              <Already booked={already} sitting={sitting} elderName={elder.name} />
              <Sets
                {...{ sitting, elder }}
                clashes={elder.isOwn ? clashes : null}
                setId={plan.setId}
                onPick={(setId) => onPlan({ setId, slot: sitting.slot })}
              />
              <Segmented
                label="怎么吃"
                options={sitting.modes.map((one) => ({ value: one, word: modeWord[one] }))}
                value={mode ?? null}
                onPick={(picked) => onPlan({ mode: picked })}
              />
              <Segmented
                label="怎么来问的"
                options={[
                  { value: 'counter', word: '当面' },
                  { value: 'phone', word: '电话' },
                ]}
                value={plan.channel}
                onPick={(channel) => onPlan({ channel })}
              />
              {wish && <PriceCard quote={quote} elderName={elder.name} />}
            </>
          ) : (
            <Empty icon="utensils" title="这一天没有安排饭菜" hint="请选别的日子。" />
          )
        }
      </LoadedPart>
      {clashing && isPriced && asking === asked && (
        <AllergyQuestion
          title="有过敏的，还订吗？"
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
