/**
 * The texts that an input would show to others: every string at or below one of the fields, which are named by path
 * (`elder.allergies`), in each entry where a list is on the way. Fields that are not there are left out.
 */
export function shownTexts(input: object, fields: readonly string[]): string[] {
  return fields.flatMap((path) => textsIn(at(input, path.split('.'))))
}

function at(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (Array.isArray(value)) return value.map((one) => at(one, path))
  return value instanceof Object ? at((value as Record<string, unknown>)[name], rest) : undefined
}

/** A telephone number is nobody's words, and nobody else's business. */
const NUMBER = /^[\d -]+$/

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return NUMBER.test(value) ? [] : [value]
  return value instanceof Object ? Object.values(value).flatMap(textsIn) : []
}
