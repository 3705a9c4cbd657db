import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../cloudfunctions/_policies/command/main'
import { FenAMonth } from '../../types/policies/care'
import { Condition } from '../../types/policies/conditions'
import { Amount, MealPolicy, MealRule } from '../../types/policies/meal'

const README = readFileSync(join(__dirname, '../../cloudfunctions/_policies/README.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'policies-readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What stands behind "```json" says what the block is: `policy simple`, `cases simple`, `who` … */
const blocks = [...README.matchAll(/^```json *(.*)\n([\s\S]*?)^```$/gm)].map(([, mark = '', text = '']) => {
  const [what = '', name = ''] = mark.split(' ')
  return { what, name, text }
})
const named = (what: string) => blocks.filter((block) => block.what === what)

function command(...args: string[]): { code: number; printed: string } {
  const lines: string[] = []
  const code = main(args, (line) => lines.push(line))
  return { code, printed: lines.join('\n') }
}

describe('the README of the policies', () => {
  it.each(named('policy').map(({ name, text }) => [name, text]))(
    'has a policy %s that is right',
    (name, text) => {
      const file = join(folder, `${name}.json`)
      writeFileSync(file, text)
      expect(command('check', file)).toMatchObject({ code: 0 })
    },
  )

  it.each(named('cases').map(({ name, text }) => [name, text]))(
    'has cases of %s that come out',
    (name, text) => {
      const file = join(folder, `${name}.cases.json`)
      writeFileSync(file, text)
      const { code, printed } = command('run', join(folder, `${name}.json`), file)
      expect(code === 0 ? '' : printed).toBe('')
    },
  )

  it('has cases beside each policy', () => {
    const names = (what: string) => named(what).map(({ name }) => name)
    expect(names('cases')).toEqual(names('policy'))
    expect(names('policy').length).toBeGreaterThanOrEqual(4)
  })

  const parts = {
    'fen-a-month': FenAMonth,
    who: Condition,
    amount: Amount,
    rule: MealRule,
    operator: MealPolicy._zod.def.shape.operator,
    delivery: MealPolicy._zod.def.shape.delivery,
  }
  it.each(blocks.filter(({ what }) => what in parts).map(({ what, text }) => [what, text]))(
    'has a piece of a policy that is right: %s',
    (what, text) => {
      expect(parts[what as keyof typeof parts].safeParse(JSON.parse(text)).error).toBeUndefined()
    },
  )

  it('marks every block of JSON', () => {
    const known = ['policy', 'cases', ...Object.keys(parts)]
    expect(blocks.filter(({ what }) => !known.includes(what))).toEqual([])
  })

  it('names every field that a meal policy has', () => {
    const { shape } = MealPolicy._zod.def
    const rule = MealRule._zod.def.shape
    const missing = [...Object.keys(shape), ...Object.keys(rule)].filter(
      (key) => !README.includes(`\`${key}\``),
    )
    expect(missing).toEqual([])
  })
})
