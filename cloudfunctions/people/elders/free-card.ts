import { codeFor, MOST_CODES } from '../../_shell/codes'
import type { Work } from '../../_shell/transact'

/** A card's code that nobody has. @param wish the elder's id, and the code that it replaces */
export async function freeCard(work: Work, wish: string): Promise<string> {
  for (let nth = 0; nth < MOST_CODES; nth++) {
    const code = codeFor(`card ${wish}`, nth)
    if (!(await work.find('cards', code))) return code
  }
  throw new Error('no code is free')
}
