import type { Quote } from '#types/meals/orders'
import { Card } from '@/components/card'
import { ClashMarks } from '@/components/clash-marks'
import { Facts } from '@/components/facts'
import { Soft } from '@/components/text'
import { doorRows } from '@/services/door-words'
import { mindWord } from '@/services/mind-words'
import { missingSentence } from '@/services/missing-words'
import type { Loaded } from '@/services/use-loaded'
import { money } from '@/services/words'
import { MissingAtDoor } from './missing-at-door'

interface Props {
  quote: Loaded<Quote>
  elderName: string
}

/** The most worth first; whoever stands in the queue has no time for more. */
const shown = 2

/** What the meal costs and who gives it, as the cloud reckons it. */
export function PriceCard({ quote, elderName }: Props) {
  if (quote.state === 'loading') return <Soft>正在算价钱</Soft>
  if (quote.state === 'failed') return <Soft>价钱没有算出来：{quote.sentence}</Soft>
  const { lines, elderPays, undecided, deliverTo, mind, clashes } = quote.data
  const rows = lines
    .filter(({ kind }) => kind !== 'selfPay')
    .map(({ kind, label, amount }) => {
      const isOff = kind === 'discount' || kind === 'subsidy'
      return { name: label, value: isOff ? `减 ${money(amount)}` : money(amount), isGood: isOff }
    })
  return (
    <Card>
      <ClashMarks found={clashes} elderWord={elderName} />
      <Facts
        rows={[
          ...(mind ? [{ name: '要注意', value: mindWord(mind) }] : []),
          ...doorRows(deliverTo),
          ...rows,
          { name: '老人付', value: money(elderPays) },
        ]}
      />
      {deliverTo && <MissingAtDoor to={deliverTo} />}
      {undecided.slice(0, shown).map((one) => (
        <Soft key={one.rule} small>
          {missingSentence(one, elderName)}
        </Soft>
      ))}
    </Card>
  )
}
