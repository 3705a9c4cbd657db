import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

/** Where things stand on the two first pages of LMDB's file, in bytes; both say the same, the later one counts. */
const AT = { magic: 24, pageSize: 48, lastPage: 144, change: 152, end: 160 }
const MAGIC = 0xbeefc0de

/**
 * Whether a database's file is not one, or has lost its end: LMDB maps it into memory, where such a file ends the process without a
 * word. What is missing or empty is made anew.
 */
export function isDamaged(file: string): boolean {
  if (!existsSync(file)) return false
  const opened = openSync(file, 'r')
  try {
    const { size } = fstatSync(opened)
    if (size === 0) return false
    const first = pageAt(opened, 0)
    const pageSize = first.readUInt32LE(AT.pageSize)
    const pages = [first, pageAt(opened, pageSize)]
    if (pages.some((page) => page.readUInt32LE(AT.magic) !== MAGIC)) return true
    const changes = pages.map((page) => page.readBigUInt64LE(AT.change))
    const latest =
      pages[changes[1] !== undefined && changes[0] !== undefined && changes[1] > changes[0] ? 1 : 0]
    const last = latest?.readBigUInt64LE(AT.lastPage) ?? 0n
    return (last + 1n) * BigInt(pageSize) > BigInt(size)
  } finally {
    closeSync(opened)
  }
}

/** The beginning of a page; what the file does not have is nought. */
function pageAt(opened: number, position: number): Buffer {
  const page = Buffer.alloc(AT.end)
  readSync(opened, page, 0, AT.end, position)
  return page
}
