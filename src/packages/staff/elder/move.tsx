import { useState } from 'react'
import { longest } from '#types/limits'
import type { ElderFile } from '#types/people/elders'
import { Choice, Choices } from '@/components/choice'
import { DateEntry } from '@/components/date-entry'
import { Field } from '@/components/field'
import { LoadedPart } from '@/components/loaded-part'
import { More } from '@/components/more'
import { Notice } from '@/components/notice'
import { Segmented } from '@/components/segmented'
import { Heading, Soft } from '@/components/text'
import { type Told, ToldHow } from '@/components/told-how'
import { buzz } from '@/platform/buzz'
import { cloudNow } from '@/services/clock'
import { addDays, dateOf } from '@/services/dates'
import { staffed } from '@/services/staffed'
import { useAct } from '@/services/use-act'
import { both, useCloud } from '@/services/use-loaded'
import { useNearby } from '@/services/use-nearby'
import { walk } from '@/services/words'
import { LookAbove } from '../look-above'
import type { PartProps } from './part'
import { pronounOf } from './part'
import { SaveFoot } from './save-foot'
import { Subject } from './subject'

const title = '搬到别的驿站'

type Start = 'today' | 'yesterday' | 'other'

/** She has moved: another station looks after her, and its town counts as home. */
export function Move({ file, onFile }: PartProps) {
  const move = useAct('people.move')
  const today = dateOf(cloudNow())
  const [stationId, setStationId] = useState<string | null>(null)
  const [building, setBuilding] = useState('')
  const [room, setRoom] = useState('')
  const [start, setStart] = useState<Start>('today')
  const [typed, setTyped] = useState('')
  const [channel, setChannel] = useState<Told>('counter')
  const [isTried, setTried] = useState(false)
  const [isMoved, setMoved] = useState(false)
  const own = useCloud('stations.show', { stationId: file.stationId })
  const { found, more } = useNearby(own.state === 'ready' ? own.data.place : null, staffed)
  const from = start === 'other' ? typed : addDays(today, start === 'today' ? 0 : -1)
  const they = pronounOf(file)
  const isMissing = !building.trim() || !from

  const save = async () => {
    setTried(true)
    if (!stationId || isMissing) return
    const home = { building: building.trim(), room: room.trim() || null, place: null }
    const moved = await move.run({ elderId: file.id, stationId, from, ...home, channel })
    if (!moved) return
    buzz()
    setMoved(true)
    onFile(moved)
  }
  if (isMoved) return <Moved file={file} />
  return (
    <Subject
      title={title}
      file={file}
      action={
        <>
          {isTried && !stationId && <Notice>先选搬到哪家驿站。</Notice>}
          {isTried && stationId && isMissing && <LookAbove />}
          <SaveFoot act={move} isSaved={false} onTap={() => void save()}>
            搬过去
          </SaveFoot>
        </>
      }
    >
      <Soft>{`现在归${file.stationName}。搬了以后，新驿站能看到${they}的登记，补贴按新的街道算。`}</Soft>
      <LoadedPart load={both(own, found)}>
        {([, { items }]) => (
          <>
            <Choices label="搬到哪家驿站">
              {items
                .filter(({ id }) => id !== file.stationId)
                .map((station) => (
                  <Choice
                    key={station.id}
                    title={station.name}
                    hint={`${station.address}，${walk(station)}`}
                    isPicked={station.id === stationId}
                    onPick={() => setStationId(station.id)}
                  />
                ))}
            </Choices>
            <More found={found} more={more}>
              再看远一些的
            </More>
          </>
        )}
      </LoadedPart>
      <Heading>新的住址</Heading>
      <Field
        label="小区或楼"
        value={building}
        onChange={setBuilding}
        maxLength={longest.building}
        trouble={isTried && !building.trim() ? '写上小区或者哪一栋楼。' : null}
      />
      <Field label="门牌号（没有就空着）" value={room} onChange={setRoom} maxLength={longest.room} />
      <Heading>从哪天起住在那里？</Heading>
      <Segmented<Start>
        label="从哪天起住在那里？"
        options={[
          { value: 'today', word: '今天' },
          { value: 'yesterday', word: '昨天' },
          { value: 'other', word: '更早' },
        ]}
        value={start}
        onPick={setStart}
      />
      {start === 'other' && (
        <DateEntry
          label="哪一天"
          value={typed}
          onChange={setTyped}
          latest={today}
          trouble={isTried && !typed ? '写上从哪一天起。' : null}
        />
      )}
      <ToldHow value={channel} onPick={setChannel} />
    </Subject>
  )
}

function Moved({ file }: { file: ElderFile }) {
  return (
    <Subject title={title} file={file}>
      <Notice kind="ok">{`搬好了，现在归${file.stationName}。以前订的不变。`}</Notice>
      <Soft>以后改资料、核对证件，由新的驿站办。</Soft>
    </Subject>
  )
}
