import { encode } from 'uqr'

/** White squares around a code, as the standard asks. */
const quiet = 4

/** px of a square in the drawing, which an image may shrink but not every one enlarges. */
const drawn = 20

/** What the QR code on a card says: a mark of ours, so that a scanner knows it, and the card's code. */
export const cardText = (code: string) => `YLY1:${code}`

/** The squares of a QR code, row by row; true is dark. No border. Medium correction or better: a card gets scratched. */
export function qrSquares(text: string): boolean[][] {
  return encode(text, { ecc: 'M', boostEcc: true, border: 0 }).data
}

/** A drawing of a QR code with its white border, as an address that an image takes on both targets. */
export function qrPicture(text: string): string {
  const squares = qrSquares(text)
  const size = squares.length + 2 * quiet
  const dark = squares.flatMap((row, y) =>
    runs(row).map(({ from, length }) => `M${from + quiet} ${y + quiet}h${length}v1h-${length}z`),
  )
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size * drawn}" height="${size * drawn}" viewBox="0 0 ${size} ${size}"`,
    ` shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`,
  ].join('')
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** Dark squares beside each other, drawn as one, so that no hair of white shows between them. */
export function runs(row: readonly boolean[]): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = []
  row.forEach((isDark, x) => {
    const last = found[found.length - 1]
    if (!isDark) return
    if (last && last.from + last.length === x) last.length += 1
    else found.push({ from: x, length: 1 })
  })
  return found
}

/** 8001 0001: eight digits as they are read out. */
export const inFours = (code: string) => code.replace(/(\d{4})(?=\d)/g, '$1 ')
