import { View } from '@tarojs/components'
import type { Absence } from '#types/people/elders'
import type { LocalDate } from '#types/values'
import { Button } from '../button'
import { Card } from '../card'
import { Lead, Soft } from '../text'
import { absenceWords, isAwayOn } from './absence-words'
import './index.scss'

interface Props {
  absences: readonly Absence[]
  today: LocalDate
  /** A change is under way. */
  isPending: boolean
  /** Home again, today. */
  onHome(absence: Absence): void
  onDrop(absence: Absence): void
}

/** When she is not at home, each with who wrote it down and what can be said of it now. */
export function AbsenceList({ absences, today, isPending, onHome, onDrop }: Props) {
  return (
    <>
      {absences.map((absence) => {
        const words = absenceWords(absence, today)
        return (
          <Card key={`${absence.kind} ${absence.from}`}>
            <Lead>{words}</Lead>
            <Soft small>{`${absence.by}写的`}</Soft>
            <View className="absence-ways">
              {isAwayOn(absence, today) && (
                <View className="absence-way">
                  <Button
                    kind="second"
                    pending={isPending}
                    label={`今天回家了，${words}`}
                    onTap={() => onHome(absence)}
                  >
                    今天回家了
                  </Button>
                </View>
              )}
              <View className="absence-way">
                <Button
                  kind="quiet"
                  pending={isPending}
                  label={`去掉，${words}`}
                  onTap={() => onDrop(absence)}
                >
                  去掉
                </Button>
              </View>
            </View>
          </Card>
        )
      })}
    </>
  )
}
