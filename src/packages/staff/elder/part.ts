import type { Me } from '#types/people'
import type { ElderFile } from '#types/people/elders'

/** What each subject of an elder's registration is given. */
export interface PartProps {
  stationId: string
  me: Me
  file: ElderFile
  /** The cloud's answer to a change. */
  onFile(file: ElderFile): void
  /** After a change that was answered with something else. */
  onOutdated(): void
}

/** 她, 他: she stands at the counter, or he does. */
export const pronounOf = ({ sex }: Pick<ElderFile, 'sex'>): string => (sex === 'male' ? '他' : '她')
