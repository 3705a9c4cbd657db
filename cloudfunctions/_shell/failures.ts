/** What went wrong with a database call, as far as it matters for what to do next. */
type Failure =
  /** Somebody else changed the same document, or the transaction died: nothing was written, try again. */
  | 'conflict'
  /** A document of this id exists already. */
  | 'duplicate'
  /** No answer, or an answer that tells nothing: the call may have been carried out. */
  | 'lost'
  /** Anything else is a bug of ours. */
  | 'bug'

/** Codes with which wx-server-sdk reports that the other side did not answer, or not properly. */
const LOST_CODES = new Set<unknown>([
  -501001,
  -501002,
  -501003,
  -501004,
  -504001,
  -504002,
  'ESOCKETTIMEDOUT',
  'ETIMEDOUT',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'SYS_ERR',
  'SERVER_TIMEOUT',
])

/** Reads what the SDK threw: it drops `code` from most errors, so the text has to be read as well. */
export function failureOf(error: unknown): Failure {
  const { code, errCode } = Object(error) as Record<string, unknown>
  const text = textOf(error)
  if (
    /TRANSACTION_CONFLICT|TransactionConflict|TRANSACTION_FAIL|TransactionNotExist|TransactionBusy/.test(text)
  )
    return 'conflict'
  if (/E11000|DUPLICATE_WRITE/.test(text)) return 'duplicate'
  if (LOST_CODES.has(errCode) || LOST_CODES.has(code) || isServerFault(code)) return 'lost'
  return 'bug'
}

const isServerFault = (code: unknown) => typeof code === 'number' && code >= 500 && code < 600

/** Whether the connection ended without an answer, sooner than anybody lost patience. */
export const isBrokenOff = (error: unknown): boolean => /ECONNRESET|EPIPE|socket hang up/.test(textOf(error))

function textOf(error: unknown): string {
  const { code, message, errMsg } = Object(error) as Record<string, unknown>
  return `${String(code)} ${String(errMsg ?? message ?? error)}`
}
