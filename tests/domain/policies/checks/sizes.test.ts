import { careFaults } from '../../../../cloudfunctions/_domain/policies/checks/care'
import { mealFaults } from '../../../../cloudfunctions/_domain/policies/checks/meal'
import { isTooDeep, sizeFaults } from '../../../../cloudfunctions/_domain/policies/checks/sizes'
import { readPolicy } from '../../../../cloudfunctions/_domain/policies/read-policy'
import care from '../../../../cloudfunctions/_policies/care/high-tech-2021.json'
import shenzhen from '../../../../cloudfunctions/_policies/meal/shenzhen-2025-01.json'
import { CarePolicy } from '../../../../types/policies/care'
import { MealPolicy } from '../../../../types/policies/meal'

/** Groups that each name the next one twice: written out, twice as large with every step. */
const doubling = (steps: number) =>
  Object.fromEntries(
    Array.from({ length: steps }, (_, step) => [
      `g${step}`,
      {
        label: '一组',
        who: step === steps - 1 ? { age: { from: 60 } } : { group: [`g${step + 1}`, `g${step + 1}`] },
      },
    ]),
  )

describe('sizeFaults', () => {
  it('lets the shipped policies pass', () => {
    expect(mealFaults(MealPolicy.parse(shenzhen))).toEqual([])
    expect(careFaults(CarePolicy.parse(care))).toEqual([])
  })

  it('counts groups wherever they are named', () => {
    expect(sizeFaults(doubling(8), [])).toEqual([])
    expect(sizeFaults(doubling(10), []).map(({ path }) => path[1])).toContain('g0')
  })

  it('names the rule whose condition is too large', () => {
    const who = { any: Array.from({ length: 301 }, (_, age) => ({ age: { from: age % 100 } })) }
    expect(sizeFaults({}, [{ path: ['layers', 0, 'rules', 0, 'who'], who }])[0]?.path).toContain('layers')
  })

  it.each([12, 30, 200])('refuses %i doubling groups at once, of every kind of policy', (steps) => {
    const groups = doubling(steps)
    const meal = { ...shenzhen, groups: { ...shenzhen.groups, ...groups } }
    const bought = { ...care, groups: { ...('groups' in care ? (care.groups as object) : {}), ...groups } }
    for (const document of [meal, bought]) {
      const read = readPolicy(JSON.stringify(document))
      expect('faults' in read && read.faults.some((fault) => fault.includes('太大'))).toBe(true)
    }
  })
})

describe('isTooDeep', () => {
  it('refuses what is nested beyond any rule', () => {
    let deep: object = {}
    for (let level = 0; level < 2000; level++) deep = { not: deep }
    expect(isTooDeep(deep)).toBe(true)
    expect(isTooDeep(shenzhen)).toBe(false)
  })
})
