import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from './tree'

const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')

const CIRCLE = 'lint/suspicious/noImportCycles'
const FLOATING = 'lint/nursery/noFloatingPromises'

const saves = "import { save } from './save'\n\n"

/** A small tree of its own under the project's configuration: what each file says, and the rule that it breaks. */
const planted: Record<string, { says: string; breaks?: string }> = {
  'cloudfunctions/_domain/seat.ts': {
    says: "import type { Table } from './table'\n\nexport type Seat = { at: Table }\n",
    breaks: CIRCLE,
  },
  'cloudfunctions/_domain/table.ts': {
    says: "import type { Seat } from './seat'\n\nexport type Table = { seats: Seat[] }\n",
    breaks: CIRCLE,
  },
  'types/day.ts': {
    says: "import type { Week } from '#types/week'\n\nexport type Day = { of: Week }\n",
    breaks: CIRCLE,
  },
  'types/week.ts': {
    says: "import type { Month } from './month'\n\nexport type Week = { of: Month }\n",
    breaks: CIRCLE,
  },
  'types/month.ts': {
    says: "import type { Day } from '#types/day'\n\nexport type Month = { days: Day[] }\n",
    breaks: CIRCLE,
  },
  'src/left.ts': {
    says: "import { right } from '@/right'\n\nexport const left = () => right\n",
    breaks: CIRCLE,
  },
  'src/right.ts': {
    says: "import { left } from './left'\n\nexport const right = () => left\n",
    breaks: CIRCLE,
  },
  'emulator/save.ts': { says: 'export const save = async (name: string): Promise<string> => name\n' },
  'emulator/forgets.ts': { says: `${saves}save('a')\n`, breaks: FLOATING },
  'emulator/forgets-inside.ts': {
    says: `${saves}export const run = () => {\n  save('a')\n}\n`,
    breaks: FLOATING,
  },
  'emulator/forgets-a-failure.ts': { says: `${saves}save('a').then(() => {})\n`, breaks: FLOATING },
  'emulator/forgets-all.ts': { says: `${saves}Promise.all([save('a'), save('b')])\n`, breaks: FLOATING },
  'emulator/waits.ts': { says: `${saves}await save('a')\n` },
  'emulator/hears-failures.ts': { says: `${saves}save('a').catch(() => {})\n` },
  'emulator/leaves-on-purpose.ts': { says: `${saves}void save('a')\n` },
  'config/forgets.mjs': { says: "import('./steps.mjs').then(() => {})\n", breaks: FLOATING },
  'src/sound.ts': { says: "import type { Day } from '#types/day'\n\nexport const days: Day[] = []\n" },
}

describe('biome.json', () => {
  let folder: string
  let found: string[]
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lint-'))
    for (const file of ['biome.json', 'package.json', 'tsconfig.json'])
      copyFileSync(join(ROOT, file), join(folder, file))
    for (const [file, { says }] of Object.entries(planted)) write(join(folder, file), says)
    found = errorsIn(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(Object.entries(planted))('says of %s what is wrong with it', (file, { breaks }) => {
    const own = found.filter((line) => line.includes(`file=${join(folder, file)},`))
    expect(own.map((line) => /title=([^,]+)/.exec(line)?.[1])).toEqual(breaks ? [breaks] : [])
  })
})

/** Biome's errors, one a line. */
function errorsIn(folder: string): string[] {
  const args = [BIOME, 'lint', '--vcs-enabled=false', '--reporter=github', '.']
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.startsWith('::error '))
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
