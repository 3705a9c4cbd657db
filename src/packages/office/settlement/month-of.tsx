import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Settlement } from '#types/supervision'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Heading, Soft } from '@/components/text'
import type { FileFormat } from '@/platform/files/open'
import { monthAndDay } from '@/services/dates'
import { Control } from './control'
import { Download } from './download'
import { OwedTable } from './owed-table'
import { Sample } from './sample'
import type { Wanted } from './wanted'

interface Props {
  settlement: Settlement
  wanted: Wanted
}

/** One month of one operator: who owes what, whether it adds up, and what can be taken along. */
export function MonthOf({ settlement, wanted }: Props) {
  const [format, setFormat] = useState<FileFormat | null>(null)
  const [isSampling, setSampling] = useState(false)
  const { owed, control, isClosed, closesOn } = settlement
  if (control.records === 0) {
    return <Empty icon="clipboard-list" title="这个月没有记录" hint="有人吃过饭，这里就有数。" />
  }
  return (
    <>
      {isClosed ? (
        <Notice kind="ok">这个月已经结清，不会再变。</Notice>
      ) : (
        <Notice kind="info">{`${monthAndDay(closesOn)}起不会再变。在那以前，记错的还能改。`}</Notice>
      )}
      <OwedTable title="给老人的" hint="已经从饭钱里减掉，由各方补给运营方" owed={owed} to="elder" />
      <OwedTable title="给运营方的" hint="不从老人的饭钱里算" owed={owed} to="operator" />
      <Control owed={owed} control={control} />
      <Heading>带走这一份</Heading>
      <View className="settlement-acts">
        <View className="settlement-act">
          <Button kind="second" onTap={() => setFormat('csv')}>
            下载 CSV
          </Button>
        </View>
        <View className="settlement-act">
          <Button kind="second" onTap={() => setFormat('xlsx')}>
            下载 Excel
          </Button>
        </View>
      </View>
      <Heading>抽查</Heading>
      {isSampling ? (
        <Sample wanted={wanted} />
      ) : (
        <>
          <Soft>从这个月的记录里随机抽一些，到驿站去核对。</Soft>
          <Button kind="second" icon="search" onTap={() => setSampling(true)}>
            抽一些来看
          </Button>
        </>
      )}
      {format && <Download wanted={wanted} format={format} onClose={() => setFormat(null)} />}
    </>
  )
}
