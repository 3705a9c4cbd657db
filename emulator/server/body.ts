import type { IncomingMessage } from 'node:http'

/** A request's body, or undefined when it is larger than `largest` bytes. By events: an iterator over the stream takes much longer. */
export function readBytes(request: IncomingMessage, largest: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= largest) chunks.push(chunk) // the rest is read and dropped, so that the client hears the answer
    })
    request.once('end', () => resolve(size > largest ? undefined : Buffer.concat(chunks)))
    request.once('error', reject)
    request.once('close', () => reject(new Error('the client has gone')))
  })
}
