import { Text } from '@tarojs/components'
import type { QueuedOrder } from '#types/meals/orders'
import { modeWord } from '#types/words/meals/modes'
import { Icon } from '@/components/icon'
import { Tag } from '@/components/tag'
import { Tap } from '@/components/tap'
import { cloudNow } from '@/services/clock'
import { changedDoorWord } from '@/services/door-words'
import { mindWord } from '@/services/mind-words'
import { money, orderTagAt } from '@/services/words'
import type { Group } from '../group-of'
import { changedMealWord, kitchenWord } from './changed-word'

interface Props {
  order: QueuedOrder
  group: Group
  /** Somebody else of this meal has the same name. */
  isShared: boolean
  isOpen: boolean
  /** Leaves room for the way back: what she eats is small. */
  isShort: boolean
  onOpen(): void
}

/**
 * The line of an order: who, what, how, and what is to be paid where it is handed out. That nobody has seen her yet, what to mind, that
 * it is brought to her door, that it is another meal than was ordered, or another meal or door than was confirmed, and that something
 * went wrong are never left out.
 */
export function RowWords({ order, group, isShared, isOpen, isShort, onOpen }: Props) {
  const { elderName, elderAge, setName, mode, mind, elderPays } = order
  const isHandedOut = group === 'confirmed' || group === 'served'
  const tag = orderTagAt(order, cloudNow())
  const changes = [kitchenWord(order), changedMealWord(order, cloudNow()), changedDoorWord(order, cloudNow())]
  return (
    <Tap className="queue-row-words" expanded={isOpen} onTap={onOpen}>
      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={18} />
      <Text className="queue-row-name">{elderName}</Text>
      {isShared && <Text>{`${elderAge} 岁`}</Text>}
      <Text className={isShort ? 'queue-row-small' : ''}>{setName}</Text>
      {mode === 'delivery' && <Text className="queue-row-door">{modeWord[mode]}</Text>}
      {mode !== 'delivery' && !isShort && <Text>{modeWord[mode]}</Text>}
      {isHandedOut && elderPays > 0 && (
        <Text className={order.state === 'served' ? 'queue-row-small' : ''}>{`付 ${money(elderPays)}`}</Text>
      )}
      {order.isFirst && <Tag kind="wait">还没有人见过</Tag>}
      {mind && <Text className="queue-row-mind">{mindWord(mind)}</Text>}
      {changes.map(
        (words) =>
          words && (
            <Tag key={words} kind="bad">
              {words}
            </Tag>
          ),
      )}
      {(group === 'other' || tag.kind === 'bad') && <Tag kind={tag.kind}>{tag.word}</Tag>}
    </Tap>
  )
}
