import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import { CancelOrder } from './cancel-order'
import { ConfirmClashing } from './confirm-clashing'
import { Refuse } from './refuse'
import { ServeLate } from './serve-late'
import { Unserve } from './unserve'

/** What cannot be done without a reason, or without having read what she is allergic to. */
export type AskingAct = 'confirm' | 'refuse' | 'cancel' | 'serve' | 'unserve'
export interface Asking {
  act: AskingAct
  order: QueuedOrder
}

interface Props {
  asking: Asking
  onClose(): void
  onSettled(order: MealOrder): void
  onOutdated(): void
}

/** Asks for the reason, or once more. */
export function AskingSheet({ asking: { act, order }, onClose, onSettled, onOutdated }: Props) {
  if (act === 'confirm')
    return <ConfirmClashing order={order} onClose={onClose} onConfirmed={onSettled} onOutdated={onOutdated} />
  if (act === 'refuse')
    return <Refuse order={order} onClose={onClose} onRefused={onSettled} onOutdated={onOutdated} />
  if (act === 'cancel')
    return <CancelOrder order={order} onClose={onClose} onCancelled={onSettled} onOutdated={onOutdated} />
  if (act === 'serve')
    return <ServeLate order={order} onClose={onClose} onServed={onSettled} onOutdated={onOutdated} />
  return <Unserve order={order} onClose={onClose} onUnserved={onSettled} onOutdated={onOutdated} />
}
