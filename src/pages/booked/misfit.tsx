import type { OwnOrder } from '#types/meals/orders'
import { Notice } from '@/components/notice'
import { RingStationOf } from '@/components/ring-station'
import { Soft } from '@/components/text'
import { misfitWord } from '@/services/misfit-words'

/** Of a meal that does not fit what is served any more: why, that nothing is lost yet, and whom to ring. */
export function Misfit({ order, elderWord }: { order: OwnOrder; elderWord: string }) {
  const why = misfitWord(order, elderWord)
  if (!why) return null
  return (
    <>
      <Notice>{why}</Notice>
      <Soft>这一餐还没有取消。驿站会打电话来商量，您也可以先打过去问一问。</Soft>
      <RingStationOf stationId={order.stationId} elderId={order.elderId} kind="primary" />
    </>
  )
}
