/** Bytes of the rows of one reply: WeChat takes 100 KB, and something stands around them. */
const ROOM = 95_000

/**
 * The first rows that fit into one reply, and `least` at any rate: so many have to fit whatever was typed into them.
 * @param beside what else stands in the reply and may be long
 */
export function fitting<T>(rows: readonly T[], least: number, beside: unknown = null): T[] {
  let bytes = bytesOf(beside)
  const over = rows.findIndex((row, nth) => {
    bytes += bytesOf(row) + 1
    return nth >= least && bytes > ROOM
  })
  return over === -1 ? [...rows] : rows.slice(0, over)
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
