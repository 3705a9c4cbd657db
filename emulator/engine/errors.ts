/** An error as the platform words it: `code` and `message` go over the wire as they are. */
export class CloudError extends Error {
  override name = 'CloudError'

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const ADVICE = 'Please check your request, but if the problem persists, contact us.'

/** Reading or writing a collection that was never created. */
export const collectionMissing = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )

export const collectionExists = () =>
  new CloudError('DATABASE_REQUEST_FAILED', `[ResourceUnavailable.ResourceExist] Table exist. ${ADVICE}`)

/** A write inside a transaction met another writer; the transaction is over. */
export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ADVICE}`,
  )

/** The transaction was finished, has expired or never was. */
export const transactionGone = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${ADVICE}`,
  )

/** Another operation of the same transaction was still under way; the transaction is over. */
export const transactionBusy = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${ADVICE}`,
  )

/** Anything the database itself refuses; `reason` is MongoDB's own sentence where it has one. */
export const requestFailed = (reason: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}`)

/** Two documents with the same `_id` or the same values in a unique index. */
export function duplicateKey(collection: string, index: string, values: unknown[]): CloudError {
  const key = `{ ${values.map((value) => `: ${JSON.stringify(value ?? null)}`).join(', ')} }`
  return requestFailed(
    `multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  )
}

/** One operation too many in a transaction. The platform's words for it are not known. */
export const transactionTooLong = (most: number) =>
  requestFailed(`a transaction of more than ${most} operations`)

export const geoIndexMissing = () => requestFailed('unable to find index for $geoNear query')

export const invalidParam = (reason: string) => new CloudError('INVALID_PARAM', reason)
