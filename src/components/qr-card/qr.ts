import { encode } from 'uqr'

/** What the QR code on a card says: a mark of ours, so that a scanner knows it, and the card's code. */
export const cardText = (code: string) => `YLY1:${code}`

/** The squares of a QR code, row by row; true is dark. No border. Medium correction: a card gets scratched. */
export function qrSquares(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: 0 }).data
}

/** A drawing of the squares that an image can show. */
export function qrSvg(text: string): string {
  const squares = qrSquares(text)
  const size = squares.length + 8 // four squares of white around it, as the standard asks
  const path = squares
    .flatMap((line, y) => line.flatMap((isDark, x) => (isDark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
}

/** 8001 0001: eight digits as they are read out. */
export const inFours = (code: string) => code.replace(/(\d{4})(?=\d)/g, '$1 ')
