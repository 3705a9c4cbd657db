import { View } from '@tarojs/components'
import { absenceWords } from '@/components/absences/absence-words'
import { ListRow } from '@/components/list-row'
import { Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { Group, type GroupProps } from './group'

/** 不在家的日子: so that nobody knocks in vain. */
export function AbsenceGroup({ file: { absences, may }, onChange }: GroupProps) {
  if (!may.correct) return null
  const today = dateOf(cloudNow())
  return (
    <Group title="不在家的日子">
      {absences.length === 0 && <Soft>没有写。住院、外出，写一下，驿站心里有数，免得有人白跑一趟。</Soft>}
      {absences.map((absence) => (
        <View key={`${absence.kind} ${absence.from}`}>{absenceWords(absence, today)}</View>
      ))}
      <ListRow
        title={absences.length === 0 ? '写下不在家的日子' : '改不在家的日子'}
        icon="calendar-days"
        onTap={() => onChange('absences')}
      />
    </Group>
  )
}
