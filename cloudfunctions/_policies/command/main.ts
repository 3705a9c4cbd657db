import { check } from './check'
import { WrongUsage } from './reading/source'
import { run } from './run'

const USAGE = `用法：
  npm run policy -- check <政策.json>…             核对政策：写得对不对、哪天到哪天、说的是什么
  npm run policy -- run <政策.json> <案例.json>…   逐个核对案例：应为多少、实得多少
写法见 cloudfunctions/_policies/README.md。`

/** Answers the exit code: 0 all is right, 1 something differs or is written wrongly, 2 asked in a wrong way. */
export function main(args: readonly string[], print: (line: string) => void = console.log): number {
  const [command, ...files] = args
  try {
    if (command === 'check' && files.length > 0) return check(files, print) ? 0 : 1
    const [policy, ...cases] = files
    if (command === 'run' && policy && cases.length > 0) return run(policy, cases, print) ? 0 : 1
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    print(error.message)
  }
  print(USAGE)
  return 2
}
