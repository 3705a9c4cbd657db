import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Heading, Soft } from '@/components/text'
import type { Insteads } from './use-instead'
import type { Wish } from './wish'

interface Props {
  instead: Insteads
  /** So many of them stand on the button at the end of the page. */
  onButton: number
  onTake(wish: Wish): void
}

/** What else can be booked, each with one tap. */
export function InsteadList({ instead: { found, state }, onButton, onTake }: Props) {
  if (state === 'ready' && found.length === 0)
    return <Soft>后面一天和附近的驿站也没有找到能订的。可以在上面换一天，或者打电话问问驿站。</Soft>
  const listed = found.slice(onButton)
  if (listed.length === 0) return null
  return (
    <>
      <Heading>还可以</Heading>
      <Card>
        {listed.map(({ words, hint, wish }) => (
          <ListRow key={words} title={words} hint={hint} onTap={() => onTake(wish)} />
        ))}
      </Card>
    </>
  )
}
