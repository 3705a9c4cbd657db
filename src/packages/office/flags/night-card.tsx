import { View } from '@tarojs/components'
import type { MismatchNight } from '#types/supervision'
import type { IntegrityRule } from '#types/supervision/mismatches'
import { integrityRuleWord } from '#types/words/supervision/integrity-rules'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Lead, Soft } from '@/components/text'
import { fullDay } from '@/services/dates'
import { useAct } from '@/services/use-act'

/** What one night found: each kind in a sentence, with the numbers of the records that it is about. */
export function NightCard({ night, onClosed }: { night: MismatchNight; onClosed(): void }) {
  const close = useAct('supervision.closeMismatches')
  const { id, date, count, found } = night
  const send = async () => {
    if (await close.run({ nightId: id })) onClosed()
  }
  return (
    <Card>
      <View className="flag-card">
        <Lead>{`${fullDay(date)}夜里`}</Lead>
        <Soft small>{`查到 ${count} 处${count > found.length ? `，先列出前 ${found.length} 处` : ''}`}</Soft>
        {kindsOf(found).map(([rule, ids]) => (
          <View key={rule}>
            <View>{`${integrityRuleWord[rule]}（${ids.length} 处）`}</View>
            <Soft small>{`编号：${ids.join('，')}`}</Soft>
          </View>
        ))}
        {close.trouble && <Notice>{close.trouble}</Notice>}
        <Button
          kind="second"
          label={`${fullDay(date)}夜里查到的，看过了`}
          pending={close.isPending}
          onTap={() => void send()}
        >
          看过了
        </Button>
      </View>
    </Card>
  )
}

/** The records of each kind, in the order in which the kinds come first. */
function kindsOf(found: MismatchNight['found']): [IntegrityRule, string[]][] {
  const kinds = new Map<IntegrityRule, string[]>()
  for (const { rule, id } of found) kinds.set(rule, [...(kinds.get(rule) ?? []), id])
  return Array.from(kinds)
}
