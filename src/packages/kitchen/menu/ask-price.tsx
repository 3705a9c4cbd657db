import { muchOtherPrice } from '#types/limits'
import type { Menu, SetContent } from '#types/meals/menus'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { Lead, Soft } from '@/components/text'
import { money } from '@/services/words'

type Priced = Pick<SetContent, 'price'>

/** Whether a published set gets so much another price that it may be a slip: it is live as soon as it is kept. */
export const isMuchOther = (
  { state }: Pick<Menu, 'state'>,
  before: Priced | undefined,
  { price }: Priced,
): boolean =>
  state === 'published' &&
  before !== undefined &&
  (price > before.price * muchOtherPrice || price * muchOtherPrice < before.price)

interface Props {
  before: Priced
  after: Priced
  trouble: string | null
  isPending: boolean
  onYes(): void
  onClose(): void
}

/** Reads the price back, once, before it counts. */
export function AskPrice({ before, after, trouble, isPending, onYes, onClose }: Props) {
  return (
    <Sheet
      title="价钱写对了吗？"
      onClose={onClose}
      trouble={trouble}
      action={
        <Button pending={isPending} onTap={onYes}>
          {`对，就是 ${money(after.price)}`}
        </Button>
      }
    >
      <Lead>{`原来 ${money(before.price)}，改成 ${money(after.price)}。`}</Lead>
      <Soft>存下以后，再订的人就按这个价钱付。</Soft>
    </Sheet>
  )
}
