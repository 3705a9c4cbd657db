import { useState } from 'react'
import type { Channel } from '#types/actors'
import type { Absence, ElderFile } from '#types/people/elders'
import type { LocalDate } from '#types/values'
import { buzz } from '@/platform/buzz'
import { useAct } from '@/services/use-act'
import { withOneMore, withoutBy } from './absence-draft'

interface Of {
  file: ElderFile
  today: LocalDate
  /** How the elder said it, where a clerk writes it down. */
  channel?: Channel
  onFile(file: ElderFile): void
}

/** Changes when an elder is not at home. Each resolves to whether it was kept. */
export function useAbsences({ file, today, channel, onFile }: Of) {
  const act = useAct('people.setAbsences')
  const [isSaved, setSaved] = useState(false)
  const put = async (absences: Omit<Absence, 'by'>[]): Promise<boolean> => {
    setSaved(false)
    const changed = await act.run({ elderId: file.id, absences, ...(channel && { channel }) })
    if (!changed) return false
    buzz()
    setSaved(true)
    onFile(changed)
    return true
  }
  const isOther = (one: Absence) => (other: Absence) => other.kind !== one.kind || other.from !== one.from
  return {
    act,
    isSaved,
    add: (one: Omit<Absence, 'by'>) => put(withOneMore(file.absences, one)),
    comeHome: (one: Absence) =>
      put(
        file.absences.map((other) =>
          isOther(one)(other) ? withoutBy(other) : { ...withoutBy(one), to: today },
        ),
      ),
    drop: (one: Absence) => put(file.absences.filter(isOther(one)).map(withoutBy)),
  }
}
