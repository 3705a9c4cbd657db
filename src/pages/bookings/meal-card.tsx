import { View } from '@tarojs/components'
import type { OwnOrder } from '#types/meals/orders'
import type { Me } from '#types/people'
import { slotWord } from '#types/words/meals/slots'
import { Card } from '@/components/card'
import { Lead, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { eatingWord } from '@/services/eating-words'
import { correctedWord, isCorrected, kitchenChangeOf } from '@/services/kitchen-words'
import { misfitWord } from '@/services/misfit-words'
import { whoseRecord } from '@/services/person'
import { byWord, callWord, orderTagAt, type StateWord } from '@/services/words'
import { Head } from './head'
import { whoseWord } from './whose'

/** A meal: whose, when, where, what, how it stands, who booked it. */
export function MealCard({ order, me }: { order: OwnOrder; me: Me }) {
  const now = cloudNow()
  const who = whoseWord(order, me)
  const elder = whoseRecord(me.elders, order.elderId)
  const made = kitchenChangeOf(order)
  const corrected = made && correctedWord(made)
  const changed = misfitWord(order, elder ? callWord(elder) : order.elderName)
  return (
    <Card onTap={() => open('pages/booked', { orderId: order.id })}>
      <Head kind="meal" words={`${who && `${who}的`}${slotWord[order.slot]}`} state={stateOf(order, now)} />
      <Lead>{whenWord(order.startsAt, now)}</Lead>
      {changed && <View>{`${changed}还没有取消，点开看看怎么办。`}</View>}
      <View>{order.stationName}</View>
      <View>
        {order.setName}，{eatingWord[order.mode]}
      </View>
      {made && !isCorrected(made, order) && <Soft small>厨房换了菜，请点开看一看。</Soft>}
      {corrected && <View>{corrected}</View>}
      <Soft small>{byWord(order.placedBy, me)}订的</Soft>
    </Card>
  )
}

/** Of what was confirmed and nobody wrote down as eaten, no more is known than that its time is over. */
function stateOf(order: OwnOrder, now: string): StateWord {
  const isOver = Date.parse(order.startsAt) < Date.parse(now)
  return isOver && order.state === 'confirmed' && !order.misfit
    ? { word: '时间过了', kind: 'plain' }
    : orderTagAt(order, now)
}
