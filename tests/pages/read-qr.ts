/**
 * Reads a QR code as a scanner does, from its squares alone, and refuses it where its error correction finds a fault.
 * Only what the text of a card needs: version 1 (21 squares), level Q, capital letters and digits.
 */
export function readQr(squares: readonly (readonly boolean[])[]): string {
  const at = (x: number, y: number) => squares[y]?.[x] === true
  if (squares.length !== SIZE) throw new Error(`${squares.length} squares, wanted ${SIZE}`)
  const { level, mask } = formatOf(at)
  if (level !== LEVEL_Q) throw new Error(`level ${level}, wanted ${LEVEL_Q}`)

  const words = codewords(at, mask)
  if (syndromes(words).some((rest) => rest !== 0)) throw new Error('damaged')
  const bits = words.map((word) => word.toString(2).padStart(8, '0')).join('')
  if (bits.slice(0, 4) !== CAPITALS) throw new Error('not in capitals')
  return lettersOf(bits.slice(13), Number.parseInt(bits.slice(4, 13), 2))
}

type At = (x: number, y: number) => boolean

const SIZE = 21
const CAPITALS = '0010'
const LEVEL_Q = 3
/** Words that correct the others at level Q. */
const CORRECTING = 13
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Two letters in eleven bits, a last single one in six. */
function lettersOf(bits: string, count: number): string {
  let letters = ''
  let from = 0
  while (letters.length < count) {
    const isPair = count - letters.length > 1
    const value = Number.parseInt(bits.slice(from, from + (isPair ? 11 : 6)), 2)
    letters += isPair ? `${ALPHABET[Math.floor(value / 45)]}${ALPHABET[value % 45]}` : ALPHABET[value]
    from += 11
  }
  return letters
}

/** What the fifteen squares around the upper left corner say; they too are masked. */
function formatOf(at: At): { level: number; mask: number } {
  const row = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => at(x, 8))
  const column = [7, 5, 4, 3, 2, 1, 0].map((y) => at(8, y))
  const bits = [...row, ...column].reduce((value, bit) => value * 2 + Number(bit), 0) ^ 0b101010000010010
  return { level: bits >> 13, mask: (bits >> 10) & 7 }
}

const masks: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** The corners with their formats, and the two dotted lines. */
const isFixed = (x: number, y: number) =>
  (x < 9 && y < 9) || (x > 12 && y < 9) || (x < 9 && y > 12) || x === 6 || y === 6

/** Two columns at a time from the right, upwards and downwards by turns. */
function codewords(at: At, mask: number): number[] {
  const bits: boolean[] = []
  let isUpwards = true
  for (let right = SIZE - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < SIZE; step += 1) {
      const y = isUpwards ? SIZE - 1 - step : step
      for (const x of [right, right - 1]) {
        if (!isFixed(x, y)) bits.push(at(x, y) !== masks[mask]?.(x, y))
      }
    }
    isUpwards = !isUpwards
  }
  return Array.from({ length: bits.length / 8 }, (_, n) =>
    bits.slice(n * 8, n * 8 + 8).reduce((value, bit) => value * 2 + Number(bit), 0),
  )
}

/** All zero where nothing is damaged: the words, taken as a polynomial, at the powers of 2 in GF(256). */
function syndromes(words: readonly number[]): number[] {
  return Array.from({ length: CORRECTING }, (_, power) => {
    let root = 1
    for (let n = 0; n < power; n += 1) root = times(root, 2)
    return words.reduce((sum, word) => times(sum, root) ^ word, 0)
  })
}

function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    if ((b >> bit) & 1) product ^= a
  }
  return product
}
