import { View } from '@tarojs/components'
import type { Owed } from '#types/supervision'
import { payerWord } from '#types/words/payers'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Heading, Soft, Strong } from '@/components/text'
import { money } from '@/services/words'
import { sumOf } from './sums'

interface Props {
  title: string
  hint: string
  owed: readonly Owed[]
  to: Owed['to']
}

/** Who owes what by which rule, and all of it together. */
export function OwedTable({ title, hint, owed, to }: Props) {
  // What was taken back to the last meal is no line any more.
  const rows = owed.filter((row) => row.to === to && (row.meals !== 0 || row.amount !== 0))
  return (
    <>
      <Heading>{title}</Heading>
      <Card>
        <Soft small>{hint}</Soft>
        <View {...aria({ role: 'list', label: title })}>
          {rows.map(({ payer, rule, label, meals, amount }) => (
            <View key={`${payer} ${rule}`} className="owed-row" {...aria({ role: 'listitem' })}>
              <View className="owed-what">
                <Strong>{payerWord[payer]}</Strong>
                <View>{label}</View>
              </View>
              <View className="owed-numbers">
                <View className="owed-meals">{`${meals} 餐`}</View>
                <View className="owed-sum">{money(amount)}</View>
              </View>
            </View>
          ))}
          <View className="owed-row owed-total" {...aria({ role: 'listitem' })}>
            <View className="owed-what">{rows.length === 0 ? '这个月没有' : '一共'}</View>
            <View className="owed-sum">{money(sumOf(rows))}</View>
          </View>
        </View>
      </Card>
    </>
  )
}
