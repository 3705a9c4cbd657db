import { useState } from 'react'
import type { Misfit } from '#types/meals/misfits'
import { slotWord } from '#types/words/meals/slots'
import { ReasonSheet } from '@/components/reason-sheet'
import { type Told, ToldHow } from '@/components/told-how'
import { useAct } from '@/services/use-act'

/** What is asked over the page: to refuse an order, or to cancel it. */
export interface Ending {
  misfit: Misfit
  way: 'refuse' | 'cancel'
}

interface Props {
  ending: Ending
  onClose(): void
  onEnded(): void
  onOutdated(): void
}

const answers: Record<Misfit['why'], string> = {
  closed: '这一天驿站不开门',
  day: '这一天不供这一餐',
  clash: '厨房改了菜',
  mode: '这一餐不能这样吃了',
  set: '这份套餐没有了',
  seats: '座位不够了',
  portions: '份数不够了',
  time: '开饭的时间改了',
}

/** An order that cannot be served ends with a reason, which the elder and her family read. */
export function EndSheet({ ending: { misfit, way }, onClose, onEnded, onOutdated }: Props) {
  const refuse = useAct('meals.refuse')
  const cancel = useAct('meals.cancel')
  const [channel, setChannel] = useState<Told>('phone')
  const { orderId, elderName, slot, why } = misfit
  const isRefusing = way === 'refuse'
  const send = async (reason: string) => {
    const order = isRefusing
      ? await refuse.run({ orderId, reason })
      : await cancel.run({ orderId, reason, channel })
    if (order) onEnded()
    else onOutdated()
  }
  return (
    <ReasonSheet
      title={`${isRefusing ? '不能接' : '取消'}${elderName}的${slotWord[slot]}`}
      label="为什么（老人和家人看得到）"
      answers={[answers[why]]}
      button={isRefusing ? '确定不接' : '取消这一餐'}
      act={isRefusing ? refuse : cancel}
      onGive={(reason) => void send(reason)}
      onClose={onClose}
      before={!isRefusing && <ToldHow label="怎么和老人说好的" value={channel} onPick={setChannel} />}
    />
  )
}
