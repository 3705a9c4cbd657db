import ts from 'typescript'
import { read, sourcesOf } from './tree'

/** What writes a whole document, or takes one away: in a transaction, or alone. */
const WRITERS = ['put', 'remove', 'putAlone', 'removeWhere']

/**
 * Where a sitting is written as a whole, or in a transaction. Hundreds claim a place of the same one at once: a transaction of each would
 * end in a conflict with the others, and whoever writes it whole undoes what they claimed.
 */
function wholeWrites(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [name] = node.arguments
      const isSitting = name !== undefined && ts.isStringLiteral(name) && name.text === 'sittings'
      if (isSitting && isWriter(node.expression)) found.push(`${file}: ${node.getText(tree)}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** `add` of a transaction, too: `addAlone` writes one that nobody has claimed anything of yet. */
const isWriter = (called: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(called)
    ? [...WRITERS, 'add'].includes(called.name.text)
    : ts.isIdentifier(called) && WRITERS.includes(called.text)

describe('a sitting', () => {
  it('is written by no transaction, and never as a whole', () => {
    const files = sourcesOf('cloudfunctions')
    expect(files.length).toBeGreaterThan(400)
    expect(files.flatMap((file) => wholeWrites(file, read(file)))).toEqual([])
  })

  it.each([
    "work.put('sittings', after)",
    "await tx.put('sittings', { ...sitting, left })",
    "work.add('sittings', planned)",
    "tx.remove('sittings', id)",
    "await putAlone('sittings', sitting)",
    "await removeWhere('sittings', { date })",
  ])('is found written by %s', (source) => {
    expect(wholeWrites('x.ts', source)).toHaveLength(1)
  })

  it.each([
    "work.put('mealOrders', order)",
    "await work.find('sittings', id)",
    "await addAlone('sittings', planned)",
    "await updateWhere('sittings', { _id: id }, data)",
  ])('is not found written by %s', (source) => {
    expect(wholeWrites('x.ts', source)).toEqual([])
  })
})
