import { digests } from './secrets'

const SMALLEST = 10_000_000n
const COUNT = 90_000_000n

/**
 * The nth code of eight digits for a wish: the same wish leads to the same code, so that a call that is sent twice makes one,
 * and nobody without the key can tell it.
 */
export function codeFor(wish: string, nth: number): string {
  const [digest] = digests(`${wish} ${nth}`, 'code')
  return String(SMALLEST + (BigInt(`0x${digest}`) % COUNT))
}

/** So many codes are tried for one wish before it is given up. */
export const MOST_CODES = 20
