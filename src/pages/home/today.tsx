import { View } from '@tarojs/components'
import type { OwnOrder } from '#types/meals/orders'
import type { ActFor, Home } from '#types/people'
import type { Visit } from '#types/visits'
import { slotWord } from '#types/words/meals/slots'
import { settledAs } from '#types/words/visits/settled'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { ListRow } from '@/components/list-row'
import { Tag } from '@/components/tag'
import { Tap } from '@/components/tap'
import { Amount, Lead, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, dayWord, hourOf, whenWord } from '@/services/dates'
import { eatingWord } from '@/services/eating-words'
import { correctedWord, kitchenChangeOf } from '@/services/kitchen-words'
import { misfitWord } from '@/services/misfit-words'
import {
  callWord,
  foundFirst,
  orderTagAt,
  outcomeInFull,
  settlingOf,
  visitWord,
  yuan,
} from '@/services/words'

/** What is booked and who is on the way; when there is nothing, that it is all right so. */
export function Today({ home, elder }: { home: Home; elder: ActFor }) {
  const { visit, nextMeal, alarms, isEnded } = home
  if (isEnded)
    return (
      <>
        <Ended home={home} elder={elder} />
        {visit && <VisitCard visit={visit} elder={elder} />}
      </>
    )
  if (!visit && !nextMeal) {
    if (alarms.length > 0) return null
    return (
      <Card>
        <Lead>接下来没有安排</Lead>
        <Soft>想吃饭，想有人来看看，点一下就行。</Soft>
      </Card>
    )
  }
  return (
    <>
      {visit && <VisitCard visit={visit} elder={elder} />}
      {nextMeal && <MealCard order={nextMeal} elder={elder} />}
    </>
  )
}

/** Said once, without a reason and without a sign: whoever is near her knows, or is to hear it from a person. */
function Ended({ home, elder }: { home: Home; elder: ActFor }) {
  const isSelf = elder.relation === 'self'
  const ask = home.contact ? '打下面的电话' : '请问驿站的人'
  return (
    <Card>
      <Lead>{`${isSelf ? '您' : callWord(elder)}订的餐和约好的上门，驿站都停了`}</Lead>
      <Soft>{isSelf ? `要是弄错了，${ask}，说一声就能再订。` : `想问什么，${ask}。`}</Soft>
    </Card>
  )
}

function MealCard({ order, elder }: { order: OwnOrder; elder: ActFor }) {
  const now = cloudNow()
  const state = orderTagAt(order, now)
  const today = dateOf(now)
  const changed = misfitWord(order, callWord(elder))
  const made = kitchenChangeOf(order)
  const corrected = made && correctedWord(made)
  return (
    <Card>
      <Tap className="home-card" onTap={() => open('pages/booked', { orderId: order.id })}>
        <View className="home-card-head">
          <View className="soft">
            {dayWord(order.date, today)}的{slotWord[order.slot]}
          </View>
          <Tag kind={state.kind}>{state.word}</Tag>
        </View>
        <Lead>
          {hourOf(order.startsAt)} {order.stationName}
        </Lead>
        {changed && <View>{`${changed}还没有取消，点开看看怎么办。`}</View>}
        <View>
          {order.setName} · {eatingWord[order.mode]}
        </View>
        {corrected && <View>{corrected}</View>}
        <View>
          {callWord(elder)}付 <Amount>{yuan(order.elderPays)}</Amount> 元
        </View>
      </Tap>
      <ListRow
        title={changed || order.mode === 'delivery' ? '驿站怎么联系' : '看看怎么走'}
        onTap={() => open('pages/station', { stationId: order.stationId })}
      />
    </Card>
  )
}

function VisitCard({ visit, elder }: { visit: Visit; elder: ActFor }) {
  const state = visitWord(visit)
  const isWell = foundFirst(visit)?.outcome === 'well'
  const note = settlingOf(visit)?.note
  return (
    <Card kind={isWell ? 'visit' : 'plain'} onTap={() => open('pages/visit', { visitId: visit.id })}>
      <View className="home-card-head">
        <View className="soft">请人上门看{elder.relation === 'self' ? '看' : callWord(elder)}</View>
        <Tag kind={state.kind}>{state.word}</Tag>
      </View>
      <View className="home-visit">
        <View className="home-visit-words">
          <Lead>{visitNews(visit)}</Lead>
          {note && <View>{note}</View>}
          <Soft>{visitTime(visit)}</Soft>
        </View>
        <Icon name="chevron-right" size={30} />
      </View>
    </Card>
  )
}

function visitNews(visit: Visit): string {
  const settling = settlingOf(visit)
  if (settling) return settledAs(settling.alarm)
  const found = foundFirst(visit)
  if (found) return outcomeInFull[found.outcome]
  if (visit.state === 'onSite') return `${visit.helper?.name ?? '有人'}到门口了`
  return visit.helper ? `${visit.helper.name}接了，会过去看` : '等附近的人接'
}

function visitTime(visit: Visit): string {
  const now = cloudNow()
  const settling = settlingOf(visit)
  if (settling) return `${whenWord(settling.at, now)} ${settling.by.name}办的`
  const found = foundFirst(visit)
  if (found) return `${whenWord(found.at, now)} ${found.by}写的`
  const due = `${whenWord(visit.dueAt, now)} 以前`
  return Date.parse(visit.dueAt) < Date.parse(now) ? `原来说好 ${due}` : `${due}应该有人敲门`
}
