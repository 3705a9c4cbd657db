import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Mode, Sitting } from '#types/meals/sittings'
import type { Instant } from '#types/values'
import { Allergic } from '@/components/allergic'
import { AllergyQuestion } from '@/components/allergy-question'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DoorOf } from '@/components/door-of'
import { Empty } from '@/components/empty'
import { Facts } from '@/components/facts'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { goBack, replaceBy } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, dayInFull, hourOf, whenWord } from '@/services/dates'
import { dishesWord, madeWord } from '@/services/dish-words'
import { doorRows } from '@/services/door-words'
import { forgetDraft } from '@/services/draft'
import { eatingWord } from '@/services/eating-words'
import { elsewhereWord } from '@/services/elsewhere-words'
import { mealDraft } from '@/services/meal-draft'
import { mindWord } from '@/services/mind-words'
import { notSeenYetWord } from '@/services/sentences'
import { shownOf } from '@/services/shown-set'
import { type Act, useAct } from '@/services/use-act'
import { callWord, money, nameInFull } from '@/services/words'
import { Bill } from './bill'
import { Back, Decide, payWord, Trouble } from './decide'
import { Might } from './might'
import { type Choice, type Offer, useOffer } from './use-offer'
import { Why } from './why'
import './index.scss'

type Params = {
  sittingId?: string
  setId?: string
  mode?: Mode
  elderId?: string
}

const title = '确认预订'

export default function Confirm() {
  const { sittingId, setId, mode, elderId } = useRouter<Params>().params
  if (!sittingId || !setId || !mode || !elderId) {
    return (
      <PageFrame title={title}>
        <Empty icon="utensils" title="还没有选好哪一餐" hint="请重新选一次，还没有订。">
          <Button onTap={() => replaceBy('pages/meal')}>去选一餐</Button>
        </Empty>
      </PageFrame>
    )
  }
  return <ConfirmOf choice={{ sittingId, elderId, mode, setId }} />
}

function ConfirmOf({ choice }: { choice: Choice }) {
  const offer = useOffer(choice)
  const book = useAct('meals.book')
  const [isBooked, setBooked] = useState(false)
  const [isMeant, setMeant] = useState(false)
  const [allergy, setAllergy] = useState<'unasked' | 'asking' | 'known'>('unasked')
  const isOutdated = book.code === 'PRICE_CHANGED' || book.code === 'DISHES_CHANGED'
  const look = useRef(offer.reload)
  look.current = offer.reload
  useEffect(() => {
    if (isOutdated) void look.current()
  }, [isOutdated])

  const confirm = async ({ price, set }: Offer) => {
    const isSecond = isMeant || book.code === 'ALREADY_ELSEWHERE' // the question was there, and this is the yes
    setMeant(isSecond)
    const told = { pays: price.elderPays, sees: shownOf(set) }
    const order = await book.run({ ...choice, ...told, ...(isSecond && { isMeant: true }) })
    if (!order) return
    setBooked(true)
    forgetDraft(mealDraft)
    buzz()
    // What the cloud books is what counts; when it costs something else than was shown here, the next page says so.
    const shown = order.elderPays === price.elderPays ? undefined : String(price.elderPays)
    replaceBy('pages/booked', { orderId: order.id, shown })
  }

  return (
    <PageFrame
      title={title}
      load={offer}
      action={(offered) => (
        <Decide
          book={book}
          pays={offered.price.elderPays}
          isBooked={isBooked}
          ringFirst={offered.price.ringFirst}
          onConfirm={() => {
            if (allergy === 'unasked' && isClashing(offered)) setAllergy('asking')
            else void confirm(offered)
          }}
        />
      )}
      second={<Back book={book} />}
    >
      {(offered) => (
        <>
          <Review offer={offered} mode={choice.mode} isClosed={book.code === 'BOOKING_CLOSED'} />
          {book.trouble && <Trouble>{troubleWords(book, offered)}</Trouble>}
          {allergy === 'asking' && offered.price.clashes && (
            <AllergyQuestion
              question="还订吗？"
              no="不订这一份"
              found={offered.price.clashes}
              elderWord={callWord(offered.elder)}
              trouble={null}
              yes={
                <Button
                  kind="second"
                  onTap={() => {
                    setAllergy('known')
                    void confirm(offered)
                  }}
                >
                  {`还是订，${payWord(offered.price.elderPays)}`}
                </Button>
              }
              onBack={goBack}
            />
          )}
        </>
      )}
    </PageFrame>
  )
}

/** Whether there is something in it that she is allergic to, or does not eat: asked once, whatever of the page has been read. */
const isClashing = ({ price: { clashes } }: Offer): boolean => clashes !== null && clashes.clashes.length > 0

/** Why it was not booked; of another price also which, of a second one the question. */
function troubleWords({ trouble, code, detail }: Act<'meals.book'>, { elder, sitting }: Offer): string {
  const elderWord = callWord(elder)
  if (code === 'ALREADY_ELSEWHERE') return elsewhereWord(detail, sitting, elderWord)
  if (code === 'NOT_SEEN_YET') return notSeenYetWord(detail, elderWord) ?? trouble ?? ''
  const { elderPays } = detail
  const isOther = code === 'PRICE_CHANGED' && typeof elderPays === 'number'
  return isOther ? `${trouble}现在${elderWord}付 ${money(elderPays)}。` : (trouble ?? '')
}

/** Everything that is about to be booked, once more. */
function Review({ offer, mode, isClosed }: { offer: Offer; mode: Mode; isClosed: boolean }) {
  const { elder, sitting, set, price } = offer
  const [isAskingWhy, setAskingWhy] = useState(false)
  const { stationName, date, startsAt } = sitting
  const made = madeWord(set.dishes)
  const mustRing = price.ringFirst && notSeenYetWord({ why: 'share', ...price.ringFirst }, callWord(elder))
  return (
    <>
      <Title>请看一看，对不对？</Title>
      {mustRing && <Notice>{mustRing}</Notice>}
      <Card>
        <Facts
          rows={[
            { name: '谁吃', value: nameInFull(elder) },
            { name: '时间', value: `${dayInFull(date, dateOf(cloudNow()))} ${hourOf(startsAt)}` },
            { name: '地方', value: stationName },
            { name: '吃什么', value: `${set.name}，${eatingWord[mode]}` },
            { name: '有什么菜', value: dishesWord(set) },
            ...(made ? [{ name: '还可以怎么做', value: made }] : []),
            ...doorRows(price.deliverTo),
            ...(price.mind ? [{ name: '厨房会看到', value: mindWord(price.mind) }] : []),
          ]}
        />
      </Card>
      <Allergic found={price.clashes} elderWord={callWord(elder)} />
      {price.deliverTo && <DoorOf to={price.deliverTo} elder={elder} />}
      <Bill price={price} elderWord={callWord(elder)} mode={mode} onWhy={() => setAskingWhy(true)} />
      <Might undecided={price.undecided} elderId={elder.id} elderWord={callWord(elder)} />
      {isAskingWhy && (
        <Why
          price={price}
          name={elder.name}
          elderWord={callWord(elder)}
          onClose={() => setAskingWhy(false)}
        />
      )}
      {!isClosed && <Soft>{cancelTerms(sitting, cloudNow())}</Soft>}
    </>
  )
}

/** A meal may be bookable for longer than it can be cancelled, and the other way round. */
function cancelTerms({ bookable, cancelUntil: until }: Sitting, now: Instant): string {
  if (!bookable) return '这一餐现在订不了了，请回去选后面的一餐。'
  return Date.parse(now) < Date.parse(until)
    ? `${whenWord(until, now)} 前取消不收钱。`
    : '这一餐快开始做了，订好就不能在手机上取消。'
}
