import ts from 'typescript'
import { targetOf } from './tree'

/** What a file exports, and what it takes from which file; `from` is written as `targetOf` does, a module's ending left out. */
interface ModuleNames {
  exported: string[]
  imported: [from: string, name: string][]
}

/** Reads a source; nothing in it is resolved or run. */
export function moduleNames(file: string, text: string): ModuleNames {
  const found: ModuleNames = { exported: [], imported: [] }
  const take = (from: string, names: string[]) =>
    found.imported.push(
      ...names.map((name): [string, string] => [targetOf(file, from).replace(/\.mjs$/, ''), name]),
    )
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX)

  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement))
      take(textOf(statement.moduleSpecifier), importedNames(statement, text))
    else if (ts.isExportDeclaration(statement)) {
      const all = statement.exportClause
      const elements = all && ts.isNamedExports(all) ? [...all.elements] : []
      found.exported.push(...elements.map(({ name }) => name.text))
      if (statement.moduleSpecifier) take(textOf(statement.moduleSpecifier), elements.map(ownName))
    } else if (ts.isExportAssignment(statement)) found.exported.push('default')
    else found.exported.push(...exportedNames(statement))
  }
  for (const [, from = ''] of text.matchAll(/\b(?:import|require)\(\s*'([^']+)'/g)) take(from, wordsIn(text))
  return found
}

function importedNames({ importClause }: ts.ImportDeclaration, text: string): string[] {
  const bindings = importClause?.namedBindings
  const own = importClause?.name ? ['default'] : []
  if (!bindings) return own
  if (ts.isNamedImports(bindings)) return [...own, ...bindings.elements.map(ownName)]
  return [...own, ...wordsIn(text)]
}

function exportedNames(statement: ts.Statement): string[] {
  const modifiers = (ts.canHaveModifiers(statement) && ts.getModifiers(statement)) || []
  const has = (kind: ts.SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind)
  if (!has(ts.SyntaxKind.ExportKeyword)) return []
  if (has(ts.SyntaxKind.DefaultKeyword)) return ['default']
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name))
  const { name } = statement as ts.DeclarationStatement // whatever else can be exported has a name
  return name ? [textOf(name)] : []
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []))
}

/** Whoever takes a module as a whole takes of it any word that they write: too many at worst. */
const wordsIn = (text: string): string[] => [...new Set(text.match(/\b[A-Za-z_$][\w$]*/g))]

const ownName = ({ propertyName, name }: ts.ImportSpecifier | ts.ExportSpecifier): string =>
  (propertyName ?? name).text

const textOf = (node: ts.Node): string => ('text' in node ? String(node.text) : '')
