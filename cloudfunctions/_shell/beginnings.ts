import { TIMEOUT } from './cloud'

/** Nothing lies there. */
const GONE = 404
/** Asked for the first bytes of a file that has none. */
const NO_SUCH_RANGE = 416

/** Milliseconds that so many bytes may take: as long as any call, and a second for each two megabytes. */
const patience = (bytes: number) => TIMEOUT + Math.ceil(bytes / 2000)

/**
 * The first bytes of the file behind a link, which may be fewer; null when it is gone. The SDK only ever fetches a whole file: here the
 * rest of a large photo stays where it is, also where the other side sends more than it was asked for.
 * @throws an error that counts as an answer that got lost (`failureOf`)
 */
export async function beginningOf(link: string, bytes: number): Promise<Buffer | null> {
  try {
    const headers = { range: `bytes=0-${bytes - 1}` }
    const response = await fetch(link, { headers, signal: AbortSignal.timeout(patience(bytes)) })
    if (response.ok) return await firstOf(response, bytes)
    await response.body?.cancel()
    if (response.status === GONE) return null
    if (response.status === NO_SUCH_RANGE) return Buffer.alloc(0)
    throw new Error(`the storage answered ${response.status}`)
  } catch (error) {
    throw Object.assign(new Error('a file was not read', { cause: error }), { code: 'ECONNRESET' })
  }
}

async function firstOf({ body }: Response, bytes: number): Promise<Buffer> {
  const reader = body?.getReader()
  const read: Uint8Array[] = []
  for (let left = bytes; reader && left > 0; ) {
    const { done, value } = await reader.read()
    if (done) break
    read.push(value.subarray(0, left))
    left -= value.length
  }
  await reader?.cancel()
  return Buffer.concat(read)
}
