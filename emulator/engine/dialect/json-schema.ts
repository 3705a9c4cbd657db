import { isPlainObject } from '../document'

type Test = (value: unknown) => boolean

const TYPES: Record<string, Test> = {
  object: isPlainObject,
  array: Array.isArray,
  string: (it) => typeof it === 'string',
  number: (it) => typeof it === 'number',
  double: (it) => typeof it === 'number',
  decimal: (it) => typeof it === 'number',
  int: Number.isInteger,
  long: Number.isInteger,
  bool: (it) => typeof it === 'boolean',
  boolean: (it) => typeof it === 'boolean',
  date: (it) => it instanceof Date,
  null: (it) => it === null,
}

/** What each keyword asks of a value that it applies to; a keyword says nothing about values of other types. */
const KEYWORDS: Record<string, (rule: unknown) => Test> = {
  bsonType: (rule) => isOneOf(rule),
  type: (rule) => isOneOf(rule),
  enum: (rule) => (it) => Array.isArray(rule) && rule.includes(it),
  required: (rule) =>
    ifObject((it) => Array.isArray(rule) && rule.every((field) => Object.hasOwn(it, field))),
  properties: (rule) => {
    const tests = isPlainObject(rule)
      ? Object.entries(rule).map(([field, inner]) => [field, schemaTest(inner)] as const)
      : []
    return ifObject((it) => tests.every(([field, test]) => !Object.hasOwn(it, field) || test(it[field])))
  },
  minimum: (rule) => ifNumber((it) => it >= Number(rule)),
  maximum: (rule) => ifNumber((it) => it <= Number(rule)),
  minLength: (rule) => ifText((it) => it.length >= Number(rule)),
  maxLength: (rule) => ifText((it) => it.length <= Number(rule)),
  pattern: (rule) => ifText((it) => new RegExp(String(rule)).test(it)),
  minItems: (rule) => ifArray((it) => it.length >= Number(rule)),
  maxItems: (rule) => ifArray((it) => it.length <= Number(rule)),
  items: (rule) => ifArray((it) => it.every(schemaTest(rule))),
  not: (rule) => (it) => !schemaTest(rule)(it),
  allOf: (rule) => (it) => Array.isArray(rule) && rule.every((inner) => schemaTest(inner)(it)),
  anyOf: (rule) => (it) => Array.isArray(rule) && rule.some((inner) => schemaTest(inner)(it)),
}

/** The validator of `$jsonSchema`: the keywords above, others say nothing. */
export function schemaTest(schema: unknown): Test {
  if (!isPlainObject(schema)) return () => true
  const tests = Object.entries(schema).flatMap(([keyword, rule]) => KEYWORDS[keyword]?.(rule) ?? [])
  return (value) => tests.every((test) => test(value))
}

function isOneOf(rule: unknown): Test {
  const names = Array.isArray(rule) ? rule : [rule]
  return (it) => names.some((name) => TYPES[String(name)]?.(it) ?? false)
}

const ifObject =
  (test: (it: Record<string, unknown>) => boolean): Test =>
  (it) =>
    !isPlainObject(it) || test(it)
const ifArray =
  (test: (it: unknown[]) => boolean): Test =>
  (it) =>
    !Array.isArray(it) || test(it)
const ifNumber =
  (test: (it: number) => boolean): Test =>
  (it) =>
    typeof it !== 'number' || test(it)
const ifText =
  (test: (it: string) => boolean): Test =>
  (it) =>
    typeof it !== 'string' || test(it)
