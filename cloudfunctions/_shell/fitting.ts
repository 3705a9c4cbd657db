/** Bytes of the rows of one reply: WeChat takes 100 KB, and something stands around them. */
const ROOM = 95_000

/** The first rows that fit into one reply, and `least` at any rate: so many have to fit whatever was typed into them. */
export function fitting<T>(rows: readonly T[], least: number): T[] {
  let bytes = 0
  const over = rows.findIndex((row, nth) => {
    bytes += Buffer.byteLength(JSON.stringify(row)) + 1
    return nth >= least && bytes > ROOM
  })
  return over === -1 ? [...rows] : rows.slice(0, over)
}
