/** A write that the disk did not take, since it is full, or for whatever else: nothing of it is stored. */
export class NotStored extends Error {
  override name = 'NotStored'

  constructor(cause: unknown) {
    super('没有存进去：放数据的磁盘满了，或者写不了。请腾出一些地方，再试一次。', { cause })
  }
}

/** What lmdb says of a batch that was not written; why it was not comes later, by a promise of its own. */
interface CommitFailure extends Error {
  commitError?: Promise<unknown>
}

/**
 * Waits for a batch.
 * @throws NotStored where the disk did not take it; whatever else goes wrong in the batch as it is
 */
export async function stored<T>(batch: Promise<T>): Promise<T> {
  try {
    return await batch
  } catch (error) {
    if (!isCommitFailure(error)) throw error
    const cause = await error.commitError?.catch((reason: unknown) => reason)
    throw new NotStored(cause)
  }
}

/** Whether lmdb tells of a batch that was not written: beside the one who waits for it, it rejects promises that nobody can reach. */
export const isOfBatch = (error: unknown): boolean => isCommitFailure(error) || isSystemFailure(error)

const isCommitFailure = (error: unknown): error is CommitFailure =>
  error instanceof Error && 'commitError' in error

/** The system's own number stands in `code`: 28 for a disk that is full, 5 for one that took a part of it. */
const isSystemFailure = (error: unknown): boolean =>
  error instanceof Error && typeof Object(error).code === 'number' && /[\\/]lmdb[\\/]/.test(error.stack ?? '')
