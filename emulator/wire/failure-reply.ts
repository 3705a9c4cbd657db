import { MingoError } from 'mingo/util'
import { CloudError, requestFailed } from '../engine/errors'

/**
 * An error as the platform answers it. What the query language refuses is the caller's mistake; anything unforeseen is a
 * bug of the emulator: it is logged, and answered in the same way so that the caller goes on.
 */
export function failureReply(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof MingoError)) console.error(error)
  const { code, message: worded } = requestFailed(message)
  return { code, message: worded }
}
