import { invalidParam } from '../engine/errors'

/**
 * Reads a `multipart/form-data` body: the value of each field as bytes.
 * @throws INVALID_PARAM when the boundary is missing
 */
export function readMultipart(contentType: string, body: Buffer): Record<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) throw invalidParam('multipart body without boundary')
  const delimiter = Buffer.from(`--${boundary}`)

  const fields: Record<string, Buffer> = {}
  for (let start = body.indexOf(delimiter); start !== -1; ) {
    const next = body.indexOf(delimiter, start + delimiter.length)
    if (next === -1) break
    const part = body.subarray(start + delimiter.length, next)
    const headEnd = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, headEnd).toString('utf8'))?.[1]
    // A part ends with the line break before the next delimiter.
    if (headEnd !== -1 && name !== undefined) fields[name] = part.subarray(headEnd + 4, -2)
    start = next
  }
  return fields
}
