import type { DeliverTo } from '#types/meals/orders'
import { Notice } from '@/components/notice'
import { missingAtDoor } from '@/services/door-words'

/** What to ask her for now, while she is there or on the telephone. */
export function MissingAtDoor({ to }: { to: DeliverTo }) {
  const missing = missingAtDoor(to)
  return missing && <Notice>{`${missing}请问一问老人，在登记里补上。`}</Notice>
}
