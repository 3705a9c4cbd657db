import ts from 'typescript'
import written from '../../cloudfunctions/collections.json'
import type { Collections } from '../../emulator/parts'
import { serves } from '../served'
import { read, sourcesOf } from './tree'

const collections = written as unknown as Collections & Record<string, { retainBy?: string }> // JSON reads tuples as arrays

/** What asks the database for documents by their fields: the collection first, the condition after it or as `where`. */
const ASKING = [
  'select',
  'selectNearest',
  'everyPage',
  'updateWhere',
  'removeWhere',
  'sumUp',
  'tidyEach',
  'count',
]

/** A condition that is written down where it is asked with. */
interface Asked {
  place: string
  collection: string
  fields: string[]
}

/**
 * Whether an index begins with a field that the condition names, or a part of one, so that only a part of the collection is read. What
 * names no field goes through all of it by the order of ids, and means to.
 */
function isServed({ collection, fields }: Asked): boolean {
  return fields.length === 0 || fields.some((field) => serves(collection, field))
}

function askedIn(file: string, text: string): Asked[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Asked[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(...askedBy(node, `${file}:${lineOf(source, node)}`))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const lineOf = (source: ts.SourceFile, node: ts.Node): number =>
  source.getLineAndCharacterOfPosition(node.getStart()).line + 1

function askedBy({ expression, arguments: [first, ...others] }: ts.CallExpression, place: string): Asked[] {
  const name = ts.isIdentifier(expression) ? expression.text : ''
  if (!ASKING.includes(name) || !first || !ts.isStringLiteral(first)) return []
  const condition = conditionIn(others[name === 'selectNearest' ? 1 : 0])
  if (!condition) return []
  const near = name === 'selectNearest' ? ['location'] : []
  return [{ place, collection: first.text, fields: [...near, ...fieldsOf(condition)] }]
}

/** The object itself, or what stands in it as `where`. One that is put together elsewhere is looked at as it is asked (`tests/cloud/questions.ts`). */
function conditionIn(argument: ts.Expression | undefined): ts.ObjectLiteralExpression | undefined {
  if (!argument || !ts.isObjectLiteralExpression(argument)) return undefined
  const where = argument.properties.find((one) => one.name?.getText() === 'where')
  if (!where) return argument
  const isWritten = ts.isPropertyAssignment(where) && ts.isObjectLiteralExpression(where.initializer)
  return isWritten ? (where.initializer as ts.ObjectLiteralExpression) : undefined
}

/** Names of fields; what is spread in stands with its dots, and is no field that an index knows. */
const fieldsOf = ({ properties }: ts.ObjectLiteralExpression): string[] =>
  properties.map((one) => (one.name ?? one).getText().replace(/^'|'$/g, ''))

describe('collections.json', () => {
  it('has an index for each nightly deletion', () => {
    const kept = Object.entries(collections).filter(([, { retainBy }]) => retainBy !== undefined)
    expect(kept.length).toBeGreaterThan(10)
    const bare = kept.filter(
      ([, { indexes, retainBy }]) => !indexes.some(({ keys }) => keys[0]?.[0] === retainBy),
    )
    expect(bare.map(([name, { retainBy }]) => `${name} by ${retainBy}`)).toEqual([])
  })

  it('has an index for each question that is written down as one', () => {
    const all = sourcesOf('cloudfunctions').flatMap((file) => askedIn(file, read(file)))
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter((one) => !isServed(one))).toEqual([])
  })

  it.each([
    ["select('visits', { where: { elderId, note: 'x' }, limit: 1 })", true],
    ["select('visits', { where: { note: 'x' }, limit: 1 })", false],
    ["removeWhere('mealOrders', { date: command.lt(from) })", true],
    ["updateWhere('mealOrders', { mode: 'dineIn' }, { date })", false],
    ["select('accounts', { where: { memberships: works }, limit: 1 })", true],
    ["select('visits', { where: { ...which }, limit: 1 })", false],
    ["everyPage('elders', {}, work)", true],
    ["selectNearest('stations', place, { where: { kind }, limit })", true],
    ["everyPage('visits', { _id: id }, work)", true],
  ])('is asked by %s: %s', (code, served) => {
    expect(askedIn('x.ts', code).map(isServed)).toEqual([served])
  })
})
