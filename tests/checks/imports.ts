import ts from 'typescript'
import { targetOf } from './tree'

/** One import of one file: what it names, whether only types are taken, whether it is loaded where it is met. */
export interface Import {
  file: string
  target: string
  isType: boolean
  isLazy: boolean
}

/** Everything that a file imports, wherever in it, and what it passes on; nothing is resolved or run. */
export function importsOf(file: string, source: string): Import[] {
  const found: Import[] = []
  const add = (name: string, isType: boolean, isLazy = false) =>
    found.push({ file, target: targetOf(file, name), isType, isLazy })
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, isTypeOnly(node.importClause))
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly)
    } else if (ts.isCallExpression(node) && /^(require|import)$/.test(node.expression.getText(tree))) {
      const [name] = node.arguments
      const isLazy = node.expression.kind === ts.SyntaxKind.ImportKeyword
      if (name && ts.isStringLiteral(name)) add(name.text, false, isLazy)
    }
    ts.forEachChild(node, visit)
  }
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  visit(tree)
  return found
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const named = clause.namedBindings
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly)
}
