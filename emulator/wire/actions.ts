import type { Engine, Target } from '../engine/engine'
import { invalidParam } from '../engine/errors'
import { optionalNumber, optionalText, textField } from './request'

type Fields = Record<string, unknown>

/** What a database action answers: `data` of the reply, or for a few actions members beside it. */
type ActionReply = { data: Fields } | Fields

/** The database actions as wx-server-sdk 4.0.2 names them. */
export const databaseActions: Record<string, (engine: Engine, fields: Fields) => Promise<ActionReply>> = {
  'database.addCollection': async (engine, fields) => {
    await engine.addCollection(textField(fields, 'collectionName'))
    return { data: {} }
  },

  'database.insertDocument': async (engine, fields) => ({
    data: { insertedIds: await engine.insert(target(fields), texts(fields.data)) },
  }),

  'database.getDocument': async (engine, fields) => ({
    data: {
      list: await engine.find(target(fields), {
        query: optionalText(fields, 'query'),
        order: optionalText(fields, 'order'),
        projection: optionalText(fields, 'projection'),
        skip: optionalNumber(fields, 'offset'),
        limit: optionalNumber(fields, 'limit'),
      }),
    },
  }),

  'database.calculateDocument': async (engine, fields) => ({
    data: { total: await engine.count(target(fields), optionalText(fields, 'query')) },
  }),

  'database.modifyDocument': async (engine, fields) => {
    const { updated, upsertId } = await engine.modify(target(fields), {
      query: optionalText(fields, 'query'),
      data: textField(fields, 'data'),
      multi: fields.multi === true,
      merge: fields.merge === true,
      upsert: fields.upsert === true,
    })
    return { data: { updated, upsert_id: upsertId } }
  },

  'database.modifyAndReturnDoc': async (engine, fields) => ({
    data: {
      ...(await engine.modifyAndReturn(target(fields), {
        query: optionalText(fields, 'query'),
        data: textField(fields, 'data'),
      })),
    },
  }),

  'database.removeDocument': async (engine, fields) => ({
    data: {
      deleted: await engine.remove(target(fields), optionalText(fields, 'query'), fields.multi === true),
    },
  }),

  'database.aggregateDocuments': async (engine, fields) => ({
    data: { list: await engine.aggregate(target(fields), stages(fields.stages)) },
  }),

  'database.startTransaction': async (engine) => ({ transactionId: engine.begin() }),

  'database.commitTransaction': async (engine, fields) => {
    await engine.commit(textField(fields, 'transactionId'))
    return {}
  },

  'database.abortTransaction': async (engine, fields) => {
    engine.abort(textField(fields, 'transactionId'))
    return {}
  },
}

const target = (fields: Fields): Target => ({
  collection: textField(fields, 'collectionName'),
  transactionId: optionalText(fields, 'transactionId'),
})

function texts(value: unknown): string[] {
  if (!Array.isArray(value) || !value.every((text) => typeof text === 'string')) {
    throw invalidParam('data must be a list of EJSON texts')
  }
  return value
}

function stages(value: unknown): { stageKey: string; stageValue: string }[] {
  if (!Array.isArray(value)) throw invalidParam('stages must be a list')
  return value.map((stage: Fields) => ({
    stageKey: textField(stage, 'stageKey'),
    stageValue: textField(stage, 'stageValue'),
  }))
}
