import { controlsOf, type Fault, type Seen, where } from './words'

/** Of things that stand in rows to choose from, days or words, none is left alone beneath a fuller row. */
export function orphans({ groups }: Seen): Fault[] {
  return groups.flatMap((group) => {
    const tops = controlsOf(group).map((control) => Math.round(control.getBoundingClientRect().top))
    const last = Math.max(...tops)
    const isAlone = tops.filter((top) => top === last).length === 1
    const isFuller = new Set(tops).size < tops.length
    return isAlone && isFuller
      ? [{ measure: 'orphan', where: where(group), says: 'its last row holds one' }]
      : []
  })
}
