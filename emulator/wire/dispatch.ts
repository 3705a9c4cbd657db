import type { Engine } from '../engine/engine'
import { invalidParam } from '../engine/errors'
import type { Caller, Clock, Runner } from '../parts'
import { databaseActions } from './actions'
import { invokeFunction } from './functions'
import type { Grants } from './grants'
import { answerOpenapi } from './openapi/openapi'
import type { PhoneCodes } from './openapi/phone-codes'
import type { Pushes } from './openapi/pushes'
import type { Outbox } from './outbox'
import { optionalText, textField, type WireRequest } from './request'
import { storageActions } from './storage/actions'
import type { CloudStorage } from './storage/cloud-storage'

/** A caller and what its function may ask of WeChat (`permissions.openapi` of the function's config.json). */
interface PermittedCaller extends Caller {
  openapi?: string[]
}

export interface DispatchParts {
  engine: Engine
  clock: Clock
  runner: Pick<Runner, 'invoke'>
  /** Who stands behind the token of a running invocation. */
  callerOf(token: string): PermittedCaller | undefined
  outbox: Outbox
  grants: Grants
  phoneCodes: PhoneCodes
  pushes: Pushes
  /** Absent, its actions are not imitated either. */
  storage?: CloudStorage
}

/** Somebody who calls from outside any function: a script or a test. */
const STRANGER: PermittedCaller = { source: 'other' }

/**
 * Carries out one request: JSON members beside `requestId`, or the bytes of an openapi answer.
 * @throws INVALID_PARAM for an action that the local cloud does not imitate (containers, payment …)
 */
export async function dispatch(parts: DispatchParts, request: WireRequest): Promise<object | Buffer> {
  const { action, fields } = request
  const database = Object.hasOwn(databaseActions, action) ? databaseActions[action] : undefined
  if (database) return database(parts.engine, fields)
  const storage = Object.hasOwn(storageActions, action) ? storageActions[action] : undefined
  if (storage && parts.storage) return storage(parts.storage, request)

  const token = optionalText(fields, 'wxCloudApiToken')
  const caller = (token && parts.callerOf(token)) || STRANGER
  if (action === 'functions.invokeFunction') return invokeFunction(parts.runner, fields, caller)
  if (action !== 'wx.openApi') throw invalidParam(`the local cloud does not imitate ${action}`)

  return answerOpenapi(
    {
      apiName: textField(fields, 'apiName'),
      requestData: Buffer.isBuffer(fields.requestData) ? fields.requestData : Buffer.alloc(0),
      permitted: caller.openapi ?? [],
    },
    {
      now: parts.clock.now(),
      outbox: parts.outbox,
      grants: parts.grants,
      phoneCodes: parts.phoneCodes,
      pushes: parts.pushes,
      storage: parts.storage,
    },
  )
}
