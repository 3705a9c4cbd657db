import { TIMEOUT } from './cloud'

/** Nothing lies there. */
const GONE = 404
/** Asked for the first bytes of a file that has none. */
const NO_SUCH_RANGE = 416

/**
 * The first bytes of the file behind a link, which may be fewer; null when it is gone. The SDK only ever fetches a whole file: here the
 * rest of a large photo stays where it is, also where the other side sends more than it was asked for.
 * @throws an error that counts as an answer that got lost (`failureOf`)
 */
export async function beginningOf(link: string, bytes: number): Promise<Uint8Array | null> {
  try {
    const headers = { range: `bytes=0-${bytes - 1}` }
    const response = await fetch(link, { headers, signal: AbortSignal.timeout(TIMEOUT) })
    if (response.ok) return await firstOf(response, bytes)
    await response.body?.cancel()
    if (response.status === GONE) return null
    if (response.status === NO_SUCH_RANGE) return new Uint8Array()
    throw new Error(`the storage answered ${response.status}`)
  } catch (error) {
    throw Object.assign(new Error('a file was not read', { cause: error }), { code: 'ECONNRESET' })
  }
}

async function firstOf({ body }: Response, bytes: number): Promise<Uint8Array> {
  const reader = body?.getReader()
  const read: number[] = []
  while (reader && read.length < bytes) {
    const { done, value } = await reader.read()
    if (done) break
    read.push(...value.subarray(0, bytes - read.length))
  }
  await reader?.cancel()
  return Uint8Array.from(read)
}
