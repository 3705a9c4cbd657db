import { useState } from 'react'
import type { ElderFile } from '#types/people/elders'
import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { ReasonSheet } from '@/components/reason-sheet'
import { Soft } from '@/components/text'
import { monthAndDay } from '@/services/dates'
import { openAsking } from '@/services/news'
import { useAct } from '@/services/use-act'
import { pronounOf } from './part'
import { Subject } from './subject'

interface Props {
  stationId: string
  file: ElderFile
  diedOn: LocalDate
  onUndone(file: ElderFile): void
}

/** A death that is written down: what it has ended, and the way back where it was a mistake. */
export function Died({ stationId, file, diedOn, onUndone }: Props) {
  const [isUndoing, setUndoing] = useState(false)
  return (
    <Subject
      title="老人过世了"
      file={file}
      action={
        <Button kind="second" onTap={() => setUndoing(true)}>
          {`记错了，${pronounOf(file)}还健在`}
        </Button>
      }
    >
      <Notice kind="info">{`记下了：${monthAndDay(diedOn)}过世。从那一天起订好的餐、在等的上门都取消了。`}</Notice>
      <Soft>以前吃过的餐、看望过的记录都还在。请和家人说一声。</Soft>
      <Card>
        <ListRow
          title="看取消的餐"
          hint="在当天订单的“其他”里"
          icon="utensils"
          onTap={() => openAsking('packages/staff/queue', { stationId })}
        />
      </Card>
      {isUndoing && <Undo file={file} onClose={() => setUndoing(false)} onUndone={onUndone} />}
    </Subject>
  )
}

interface UndoProps {
  file: ElderFile
  onClose(): void
  onUndone(file: ElderFile): void
}

function Undo({ file, onClose, onUndone }: UndoProps) {
  const undo = useAct('people.undoDeath')
  const send = async (reason: string) => {
    const known = await undo.run({ elderId: file.id, reason })
    if (known) onUndone(known)
  }
  return (
    <ReasonSheet
      title={`${file.name}还健在，对吗？`}
      label="怎么记错的（老人和家人看得到）"
      answers={['记成了别人', '消息不对', '点错了']}
      button="对，改回来"
      act={undo}
      onGive={(reason) => void send(reason)}
      onClose={onClose}
    >
      <Soft small>
        改回来以后就能照常订餐、请人上门。已经取消的餐和上门不会自己恢复，还要的请再订、再请一次。家人的请求、不在家的日子都和原来一样。
      </Soft>
    </ReasonSheet>
  )
}
