import { Aggregator } from 'mingo/aggregator'
import { ProcessingMode } from 'mingo/core'
import type { AnyObject } from 'mingo/types'
import type { Database } from './database'
import { requireLogical } from './dialect/logical'
import { dialect } from './dialect/options'
import { clone, type Doc, isPlainObject } from './document'
import { encode } from './ejson'
import { requestFailed } from './errors'
import { checkSize, matching } from './find'
import { geoConditions, isNear } from './geo/geo-index'
import { geoNear } from './geo/geo-near'
import type { Session } from './session'
import type { Table } from './table'

/** How many rows `end()` gives when the pipeline has no `$limit`. */
const DEFAULT_ROWS = 20

/** Runs a pipeline and answers its rows as EJSON texts. A leading `$match` uses the indexes. */
export function aggregate(database: Database, session: Session, table: Table, stages: AnyObject[]): string[] {
  const { docs, rest } = source(database, session, table, stages)
  const aggregator = new Aggregator(rest, {
    ...dialect,
    processingMode: ProcessingMode.CLONE_INPUT,
    collectionResolver: (name) => allOf(database, session, database.tables.get(name)),
  })
  const rows = aggregator.run<Doc>(docs)
  const isLimited = stages.some((stage) => '$limit' in stage)
  return checkSize((isLimited ? rows : rows.slice(0, DEFAULT_ROWS)).map(encode))
}

function source(
  database: Database,
  session: Session,
  table: Table,
  stages: AnyObject[],
): { docs: Doc[]; rest: AnyObject[] } {
  for (const { $match } of stages) {
    requireLogical($match)
    if (geoConditions($match).some(isNear)) {
      throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
    }
  }
  const [first, ...rest] = stages
  if (isPlainObject(first?.$geoNear)) return { docs: geoNear(session, table, first.$geoNear), rest }
  if (isPlainObject(first?.$match)) return { docs: docsOf(database, session, table, first.$match), rest }
  return { docs: docsOf(database, session, table, {}), rest: stages }
}

const docsOf = ({ ties }: Database, session: Session, table: Table, query: Doc): Doc[] =>
  matching(session, table, query, ties).map(({ doc }) => doc)

// Joined documents get into the rows as they are, and later stages may change rows.
const allOf = (database: Database, session: Session, table: Table): Doc[] =>
  docsOf(database, session, table, {}).map(clone)
