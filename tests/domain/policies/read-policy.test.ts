import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPolicy } from '../../../cloudfunctions/_domain/policies/read-policy'
import highTech from '../../../cloudfunctions/_policies/care/high-tech-2021.json'
import beijing from '../../../cloudfunctions/_policies/meal/beijing-2022-03.json'
import { aVoucherPolicy } from './care/builders'

const FOLDER = join(__dirname, '../../../cloudfunctions/_policies')
const shipped = ['meal', 'care'].flatMap((kind) =>
  readdirSync(join(FOLDER, kind))
    .filter((name) => name.endsWith('.json') && !name.includes('.cases'))
    .map((name) => `${kind}/${name}`),
)
const faultsOf = (document: object | string): string[] => {
  const read = readPolicy(typeof document === 'string' ? document : JSON.stringify(document))
  return 'faults' in read ? read.faults : []
}
const [layer] = beijing.layers
const rule = layer?.rules[0]
const withRule = (own: object) => ({ ...beijing, layers: [{ ...layer, rules: [{ ...rule, ...own }] }] })

describe('readPolicy', () => {
  it.each(shipped)('reads %s, which is shipped', (name) => {
    const read = readPolicy(readFileSync(join(FOLDER, name), 'utf8'))
    expect(read).toEqual({ policy: expect.objectContaining({ kind: name.split('/')[0] }) })
  })

  it('reads a voucher policy', () => {
    expect(faultsOf(aVoucherPolicy())).toEqual([])
  })

  it('fills in what was left out', () => {
    const read = readPolicy(JSON.stringify(beijing))
    expect(read).toMatchObject({
      policy: {
        rounding: { mode: 'down', to: 'fen' },
        evidence: 'verified',
        discounts: [],
        delivery: null,
        meet: 'add',
      },
    })
  })

  it.each<[string, object | string, string]>([
    ['half a text', '{"kind":', '（整份）'],
    ['a text that is no document', '"meal"', 'kind'],
    ['nothing', 'null', 'kind'],
    ['another kind', { ...beijing, kind: 'lottery' }, 'kind'],
    ['no name', { ...beijing, name: ' ' }, 'name'],
    ['a date that does not exist', { ...beijing, effectiveFrom: '2026-02-30' }, 'effectiveFrom'],
    ['an end before the beginning', { ...beijing, effectiveTo: '2022-02-28' }, 'effectiveTo'],
    ['an amount with a fraction of a fen', withRule({ amount: 0.5 }), 'layers.0.rules.0.amount'],
    ['money from the elder', withRule({ amount: -1 }), 'layers.0.rules.0.amount'],
    ['a slot that is none', withRule({ slots: ['supper'] }), 'layers.0.rules.0.slots.0'],
    ['a group that is not there', withRule({ who: { group: ['nobody'] } }), 'layers.0.rules.0.who.group'],
    ['a rule twice', { ...beijing, layers: [{ ...layer, rules: [rule, rule] }] }, 'layers.0.rules.1.rule'],
    ['a field with a typing error', { ...beijing, effectivFrom: '2026-01-01' }, '（整份）'],
    ['a care policy without a price', { ...highTech, hourPrice: 'cheap' }, 'hourPrice'],
  ])('refuses %s and names the field first', (_, document, field) => {
    const faults = faultsOf(document)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.some((fault) => fault.startsWith(`${field}：`) || fault.startsWith(`${field}.`))).toBe(true)
  })

  it('says every fault in a sentence that tells what to do, and names what it does not know', () => {
    const faults = faultsOf({ ...beijing, name: 5, effectiveTo: '2022-02-30', evidence: 'none', tiers: [] })
    expect(faults).toHaveLength(4)
    expect(faults.filter((fault) => !/^[^：]+：.*请.*。$/.test(fault))).toEqual([])
    expect(faults.join()).toContain('“tiers”')
  })

  it('refuses what would pay somebody to eat', () => {
    expect(faultsOf(withRule({ amount: 20_000 }))).not.toEqual([])
  })
})
