import type { Problem } from './reading/source'

/** The path of a field as somebody would write it: `layers[0].rules[1].amount`. */
const fieldPath = (path: readonly (string | number)[]): string =>
  path
    .map((part, place) => (typeof part === 'number' ? `[${part}]` : place === 0 ? part : `.${part}`))
    .join('')

/** One fault: file, line and column, the field, a sentence. */
export const problemLine = (file: string, { line, column, path, problem }: Problem): string =>
  `${file}:${line}:${column}  ${path.length > 0 ? `${fieldPath(path)}  ` : ''}${problem}`
