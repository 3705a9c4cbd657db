import type { QueuedOrder } from '#types/meals/orders'
import { ClashMarks } from '@/components/clash-marks'

/** What of the ordered set the elder is allergic to, for whoever hands it to the kitchen. */
export const ClashLines = ({ order }: { order: QueuedOrder }) => (
  <ClashMarks found={order.clashes} elderWord={order.elderName} />
)
