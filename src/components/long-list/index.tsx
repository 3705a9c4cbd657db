import { type ReactNode, useState } from 'react'
import { toTop } from '@/platform/page'
import { Button } from '../button'

interface Props<T> {
  items: readonly T[]
  children(item: T): ReactNode
  /** How many at once. */
  size?: number
  /** What follows the last of them: there are more than these, and nobody here knows how many. */
  after?: ReactNode
}

/** A long list a part at a time: a phone that holds hundreds of cards answers late. */
export function LongList<T>({ items, children, size = 20, after }: Props<T>) {
  const [asked, setStart] = useState(0)
  const start = asked < items.length ? asked : 0
  const left = items.length - start - size
  const leap = (to: number) => {
    setStart(to)
    toTop()
  }
  return (
    <>
      {start > 0 && (
        <Button kind="second" onTap={() => leap(Math.max(0, start - size))}>
          {`回到前面 ${size} 个`}
        </Button>
      )}
      {items.slice(start, start + size).map(children)}
      {left > 0 && (
        <Button kind="second" onTap={() => leap(start + size)}>
          {after ? '再看更多' : `再看更多，还有 ${left} 个`}
        </Button>
      )}
      {left <= 0 && after}
    </>
  )
}
