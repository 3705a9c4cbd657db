import { isOvertaken } from './failure'

/** One thing that has to be changed in the environment: done whole, or to be done again. */
export interface Change {
  /** What is done, in a few words: `建集合 accounts`. */
  what: string
  apply(): Promise<unknown>
}

/** What a look at the environment found. */
export interface Findings {
  changes: Change[]
  /** What whoever deploys should know, and nothing is done about. */
  notes?: string[]
}

/** One part of a deployment: it looks at what is there and says what is missing. What is as it should be is left alone. */
export interface Step {
  title: string
  look(): Promise<Findings>
}

type Print = (line: string) => void

/**
 * Takes one step after the other and says of each what it did and how long it took.
 * @param isPlan looks only, and says what would be done
 * @returns how many changes there were, or would be
 * @throws what a look or a change throws; what was done until then stays done, and is found done by the next run
 */
export async function take(steps: readonly Step[], print: Print, isPlan: boolean): Promise<number> {
  let count = 0
  for (const { title, look } of steps) {
    const started = performance.now()
    const took = () => `${((performance.now() - started) / 1000).toFixed(1)} 秒`
    try {
      const { changes, notes = [] } = await look()
      count += changes.length
      if (isPlan) for (const { what } of changes) print(`  要做：${what}`)
      else await make(changes, look, print)
      for (const note of notes) print(`  ! ${note}`)
      print(`${title}：${resultWords(changes.length, isPlan)}（${took()}）`)
    } catch (error) {
      print(`${title}：没有做完（${took()}）`)
      throw error
    }
  }
  return count
}

/**
 * Makes one change after the other. Where one is refused it looks again: what another run has done meanwhile is done, and what is
 * missing then is gone on with.
 */
async function make(found: readonly Change[], look: Step['look'], print: Print): Promise<void> {
  let left = [...found]
  for (let change = left.shift(); change; change = left.shift()) {
    const { what, apply } = change
    try {
      await apply()
      print(`  ✓ ${what}`)
    } catch (error) {
      if (!isOvertaken(error)) throw error
      const { changes } = await look()
      if (changes.some((one) => one.what === what)) throw error
      print(`  ✓ ${what}：另一处刚刚做好`)
      left = changes
    }
  }
}

function resultWords(count: number, isPlan: boolean): string {
  if (count === 0) return '已经是这样，不用做'
  return isPlan ? `要做 ${count} 处` : `做了 ${count} 处`
}
