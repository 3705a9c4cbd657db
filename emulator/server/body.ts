import type { IncomingMessage } from 'node:http'

/** A request's body, or undefined when it is larger than `largest` bytes. */
export async function readBytes(request: IncomingMessage, largest: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= largest) chunks.push(chunk) // the rest is read and dropped, so that the client hears the answer
  }
  return size > largest ? undefined : Buffer.concat(chunks)
}
