import { Context } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import type { Options } from 'mingo/types'
import { type Doc, isPlainObject } from '../document'
import { requestFailed } from '../errors'
import { $geoIntersects, $geoWithin, $nearSphere } from '../geo/geo-operators'
import { $eq, $gt, $gte, $in, $lt, $lte, $ne, $nin } from './comparison'
import { $dateToString, $isoWeekYear, $week } from './dates'
import { $elemMatch } from './elem-match'
import { schemaTest } from './json-schema'
import { $sort } from './order'
import { $indexOfCP, $substrBytes } from './strings'

const refused = (name: string) => () => {
  throw requestFailed(`${name} is not allowed or the syntax is incorrect`)
}

const operators = {
  ...{ $eq, $ne, $in, $nin, $lt, $lte, $gt, $gte },
  $elemMatch,
  $geoWithin: (field: string, area: unknown, _: Options) => $geoWithin(field, area),
  $geoIntersects: (field: string, condition: unknown, _: Options) => $geoIntersects(field, condition),
  $nearSphere: (field: string, condition: unknown, _: Options) => $nearSphere(field, condition),
  $near: (field: string, condition: unknown, _: Options) => $nearSphere(field, condition),
}

/** What mingo lacks or does otherwise than MongoDB. In `Context.from` the first context that knows an operator wins. */
const ours = Context.init({
  query: operators,
  expression: {
    $dateToString,
    $week,
    $isoWeekYear,
    $substr: $substrBytes,
    $substrBytes,
    $indexOfCP,
    $function: refused('$function'),
  },
  accumulator: { $accumulator: refused('$accumulator') },
  pipeline: { $sort, $out: refused('$out'), $merge: refused('$merge') },
})

/** The query language: mingo with our operators in front. */
export const dialect: Partial<Options> = {
  context: Context.from(ours, Context.init({ accumulator, expression, pipeline, projection, query, window })),
  scriptEnabled: false,
  jsonSchemaValidator: schemaTest,
}

/** The same without expressions and stages: mingo copies all operators for every query, which takes longer than most queries do. */
const small: Partial<Options> = {
  ...dialect,
  context: Context.from(Context.init({ query: operators }), Context.init({ query, projection })),
}

/** As much of the language as a query asks for. */
export const dialectFor = (query: Doc): Partial<Options> => (hasExpression(query) ? dialect : small)

/** The same for a projection, which has no expression where it says yes or no of every field. */
export const dialectForFields = (projection: Doc): Partial<Options> =>
  Object.values(projection).every((value) => ['number', 'boolean'].includes(typeof value)) ? small : dialect

function hasExpression(query: unknown): boolean {
  if (Array.isArray(query)) return query.some(hasExpression)
  if (!isPlainObject(query)) return false
  return Object.entries(query).some(([name, inner]) => name === '$expr' || hasExpression(inner))
}
