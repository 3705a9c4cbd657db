import { View } from '@tarojs/components'
import { useState } from 'react'
import { longest } from '#types/limits'
import type { SettlementRow } from '#types/supervision'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { entryKindWord } from '#types/words/supervision/entry-kinds'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { LoadedPart } from '@/components/loaded-part'
import { LongList } from '@/components/long-list'
import { Tag } from '@/components/tag'
import { Lead, Soft } from '@/components/text'
import { fullDay } from '@/services/dates'
import { useCloud } from '@/services/use-loaded'
import { money } from '@/services/words'
import type { Wanted } from './wanted'

/** Six digits that nobody has chosen. */
const aSeed = () => String(100_000 + Math.floor(Math.random() * 900_000))

/** Records drawn by a number that is shown: whoever types it again draws the same. */
export function Sample({ wanted }: { wanted: Wanted }) {
  const [typed, setTyped] = useState(aSeed)
  const [seed, setSeed] = useState(typed)
  const sample = useCloud('supervision.sample', { ...wanted, seed })
  const draw = () => {
    const next = typed.trim() || aSeed()
    setTyped(next)
    setSeed(next)
  }
  return (
    <>
      <Field label="抽查的号码" value={typed} onChange={setTyped} maxLength={longest.seed} />
      <Soft small>号码一样，抽出来的就一样。请把号码记在抽查表上，别人好核对。</Soft>
      {typed.trim() !== seed && (
        <Button kind="second" onTap={draw}>
          按这个号码抽
        </Button>
      )}
      <LoadedPart load={sample}>
        {({ of, rows }) => (
          <>
            <Soft>{`号码 ${seed}：${of} 笔吃过的记录里抽了 ${rows.length} 笔${shareWord(rows.length, of)}。`}</Soft>
            <LongList key={seed} items={rows}>
              {(row) => <Row key={row.id} row={row} />}
            </LongList>
          </>
        )}
      </LoadedPart>
    </>
  )
}

/** （1.2%） */
const shareWord = (drawn: number, of: number) =>
  of === 0 ? '' : `（${Math.round((drawn * 1000) / of) / 10}%）`

function Row({ row }: { row: SettlementRow }) {
  const { date, slot, mode, stationName, elderName, kind, billed, elderPaid, owed } = row
  return (
    <Card>
      <View className="sample-head">
        <Lead>{elderName}</Lead>
        <Tag kind={kind === 'served' ? 'ok' : 'wait'}>{entryKindWord[kind]}</Tag>
      </View>
      <View>{`${fullDay(date)} ${slotWord[slot]}，${modeWord[mode]}`}</View>
      <View>{stationName}</View>
      <Soft small>{`饭钱 ${money(billed)}，老人付 ${money(elderPaid)}，各方付 ${money(owed)}`}</Soft>
    </Card>
  )
}
