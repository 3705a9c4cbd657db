/** How files of a type begin. */
const BEGINNINGS: [type: string, test: (content: Buffer) => boolean][] = [
  ['image/jpeg', (content) => begins(content, 'ffd8ff')],
  ['image/png', (content) => begins(content, '89504e470d0a1a0a')],
  ['image/webp', (content) => begins(content, '52494646') && content.toString('latin1', 8, 12) === 'WEBP'],
  ['application/pdf', (content) => begins(content, '255044462d')],
]

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The content type of a file: images and PDF by their first bytes, whatever they are called; a table by being a zip
 * archive called `.xlsx`; `.csv` and `.txt` by their ending, since text begins with anything.
 */
export function contentTypeOf(path: string, content: Buffer): string {
  const begun = BEGINNINGS.find(([, test]) => test(content))
  if (begun) return begun[0]
  if (path.endsWith('.xlsx') && begins(content, '504b0304')) return XLSX
  if (path.endsWith('.csv')) return 'text/csv; charset=utf-8'
  if (path.endsWith('.txt')) return 'text/plain; charset=utf-8'
  return 'application/octet-stream'
}

function begins(content: Buffer, hex: string): boolean {
  return content.toString('hex', 0, hex.length / 2) === hex
}
