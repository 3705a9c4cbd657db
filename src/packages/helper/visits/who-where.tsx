import { View } from '@tarojs/components'
import type { QueuedVisit } from '#types/visits'
import { alarmWord } from '#types/words/visits/alarms'
import { visitStateWord } from '#types/words/visits/states'
import { urgencyWord } from '#types/words/visits/urgencies'
import { Tag } from '@/components/tag'
import { Lead } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dueWord } from '@/services/dates'
import { actorWord, reasonWord, walk } from '@/services/words'
import { wroteWord } from './wrote-word'

const notMarkedWord = '地图上没有标出这一家，请按地址找。'
const tagKinds = { urgent: 'bad', hard: 'wait', worry: 'plain' } as const

/** How soon, how far where that is known, whether the map leads there, who lives there, why somebody should go, and what was seen before. */
export function WhoWhere({ visit }: { visit: QueuedVisit }) {
  return (
    <>
      <View className="visits-head">
        <Tag kind={tagKinds[visit.urgency]}>
          {`${urgencyWord[visit.urgency]} · ${dueWord(visit.dueAt, cloudNow())}`}
        </Tag>
        {visit.alarm && visit.alarm !== 'urgent' && <Tag kind="bad">{alarmWord[visit.alarm]}</Tag>}
        {visit.metres > 0 && (
          <View className="visits-walk">
            {visit.isPlaceUnknown && '到老人的驿站'}
            {walk(visit)}
          </View>
        )}
      </View>
      <Who visit={visit} />
      {visit.earlierReports.map((one) => (
        <View key={one.at}>{wroteWord(one)}</View>
      ))}
      {visit.isPlaceUnknown && <View>{notMarkedWord}</View>}
    </>
  )
}

/** Who lives at the door where the helper stands, and what is expected of them there: neither the way nor the time any more. */
export function AtTheDoor({ visit }: { visit: QueuedVisit }) {
  return (
    <>
      <View className="visits-head">
        <Tag kind={tagKinds[visit.urgency]}>{urgencyWord[visit.urgency]}</Tag>
        {visit.alarm && visit.alarm !== 'urgent' && <Tag kind="bad">{alarmWord[visit.alarm]}</Tag>}
        <Tag kind="ok">{visitStateWord.onSite}</Tag>
      </View>
      <Who visit={visit} />
      <View>您说到门口了。敲敲门，见没见到人，都写下来。</View>
    </>
  )
}

/** Who lives there, and what was said when somebody was asked to go. */
export function Who({ visit }: { visit: QueuedVisit }) {
  return (
    <>
      <Lead>
        {visit.elderName} · {visit.address}
      </Lead>
      <View>
        {visit.elderAge} 岁。{actorWord(visit.askedBy)}：{reasonWord(visit)}
      </View>
    </>
  )
}
