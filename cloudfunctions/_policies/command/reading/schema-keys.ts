/** As much of a zod schema's inside as is needed to walk through it. */
interface Def {
  shape?: Record<string, Schema>
  element?: Schema
  innerType?: Schema
  valueType?: Schema
  options?: readonly Schema[]
  getter?: () => Schema
}
export interface Schema {
  _zod: { def: unknown }
}

/** Which keys a schema knows at a place of a document. */
export function keysAt(schema: Schema, path: readonly (string | number)[]): string[] {
  let schemas = unfold(schema)
  for (const part of path) schemas = schemas.flatMap((one) => inner(one, part)).flatMap(unfold)
  return [...new Set(schemas.flatMap((one) => Object.keys(defOf(one).shape ?? {})))]
}

// Zod's definitions differ by type; every field that we read is optional here.
const defOf = (schema: Schema): Def => schema._zod.def as Def

/** A schema without what wraps it; each branch of a union. */
function unfold(schema: Schema): Schema[] {
  const { innerType, options, getter } = defOf(schema)
  if (innerType) return unfold(innerType)
  if (getter) return unfold(getter())
  return options ? options.flatMap(unfold) : [schema]
}

function inner(schema: Schema, part: string | number): Schema[] {
  const { shape, element, valueType } = defOf(schema)
  const found = typeof part === 'number' ? element : (shape?.[part] ?? valueType)
  return found ? [found] : []
}
