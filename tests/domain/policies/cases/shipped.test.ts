import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMealCase } from '../../../../cloudfunctions/_domain/policies/cases/meal'
import calendar from '../../../../cloudfunctions/_policies/calendar.json'
import { MealCase } from '../../../../types/policies/cases'
import { MealPolicy } from '../../../../types/policies/meal'

const FOLDER = join(__dirname, '../../../../cloudfunctions/_policies/meal')
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.cases.json'))
  .map((name) => name.replace('.cases.json', ''))

/** Ids of the cases that were asked for, by their letters. */
const asked = [
  ...['BM1', 'BM2', 'BM3', 'BM4', 'BM5'],
  ...['GZ1', 'GZ2', 'GZ3', 'GZ4', 'GZ5', 'GZ6a', 'GZ6b', 'GZ7a', 'GZ7b'],
  ...['ZG1', 'ZG2', 'ZG3', 'ZG4', 'ZG5'],
  ...['SZ1', 'SZ2', 'SZ3', 'SZ4', 'SZ5a', 'SZ5b', 'SZ6a', 'SZ6b', 'SZ7'],
  ...['JD1a', 'JD1b', 'JD1c', 'JD2a', 'JD2b'],
]

describe.each(names)('the cases of %s', (name) => {
  const policy = MealPolicy.parse(read(`${name}.json`))
  const cases: MealCase[] = read(`${name}.cases.json`).cases.map((one: unknown) => MealCase.parse(one))

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const outcome = runMealCase(policy, one, calendar)
    const named = Object.fromEntries(Object.entries(outcome).filter(([key]) => key in one.expect))
    expect(named).toEqual(one.expect)
  })

  it('names each case once', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  })
})

it('ships every case that was asked for', () => {
  const shipped = names.flatMap((name) => read(`${name}.cases.json`).cases.map(({ id }: MealCase) => id))
  expect(shipped).toEqual(expect.arrayContaining(asked))
})
