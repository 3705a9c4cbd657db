import type { Circle } from '#types/people/circle'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { call } from '@/services/cloud'
import { useReading } from '@/services/use-reading'

interface Props {
  circle: Circle
  /** The circle with the next ones who ask. */
  onMore(circle: Circle): void
}

/** The way on to those who asked later. */
export function MoreAsks({ circle, onMore }: Props) {
  const { read, isPending, trouble } = useReading()
  const more = async () => {
    const { elderId, next } = circle
    if (next === null) return
    const found = await read(() => call('people.circle', { elderId, after: next }))
    if (found) onMore(withMore(circle, found))
  }
  return (
    <>
      {trouble && <Notice icon="wifi-off">{trouble}</Notice>}
      <Button kind="second" pending={isPending} onTap={() => void more()}>
        再看后面来问的人
      </Button>
    </>
  )
}

/** The circle with another page of those who ask. */
function withMore(circle: Circle, { members, next, waiting }: Circle): Circle {
  const known = new Set(circle.members.map(({ id }) => id))
  const asking = members.filter(({ id, state }) => state === 'asked' && !known.has(id))
  return { ...circle, members: [...circle.members, ...asking], next, waiting }
}
