import type { Price } from '#types/meals/prices'
import { Notice } from '@/components/notice'
import { Lead, Soft } from '@/components/text'
import { sharesWord } from '@/services/price-words'
import type { Loaded } from '@/services/use-loaded'
import { money } from '@/services/words'

interface Props {
  quote: Loaded<Price>
  /** What she pays as it is booked, fen. */
  before: number
  elderWord: string
}

/** What it would cost, and what that is against now. */
export function NewPrice({ quote, before, elderWord }: Props) {
  if (quote.state === 'loading') return <Soft>正在算价钱</Soft>
  if (quote.state === 'failed') return <Notice>{quote.sentence}</Notice>
  const { lines, elderPays } = quote.data
  const shares = sharesWord(lines, elderWord)
  return (
    <>
      <Lead>{`${elderWord}付 ${money(elderPays)}，${differenceWord(elderPays - before)}`}</Lead>
      {shares && <Soft>{`${shares}。`}</Soft>}
    </>
  )
}

/** 和现在一样, 比现在多 2 元 */
function differenceWord(more: number): string {
  if (more === 0) return '和现在一样'
  return more > 0 ? `比现在多 ${money(more)}` : `比现在少 ${money(-more)}`
}
