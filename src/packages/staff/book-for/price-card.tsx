import type { Price } from '#types/meals'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Soft } from '@/components/text'
import type { Loaded } from '@/services/use-loaded'
import { money } from '@/services/words'

/** What the meal costs and who gives it, as the cloud reckons it. */
export function PriceCard({ quote }: { quote: Loaded<Price> }) {
  if (quote.state === 'loading') return <Soft>正在算价钱</Soft>
  if (quote.state === 'failed') return <Soft>价钱没有算出来：{quote.sentence}</Soft>
  const { lines, elderPays, undecided } = quote.data
  const rows = lines
    .filter(({ kind }) => kind !== 'selfPay')
    .map(({ kind, label, amount }) => {
      const isOff = kind === 'discount' || kind === 'subsidy'
      return { name: label, value: isOff ? `减 ${money(amount)}` : money(amount), isGood: isOff }
    })
  return (
    <Card>
      <Facts rows={[...rows, { name: '老人付', value: money(elderPays) }]} />
      {undecided.length > 0 && <Soft small>有的情况还没有登记，登记以后可能更便宜。</Soft>}
    </Card>
  )
}
