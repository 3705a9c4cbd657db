import type { Entitlements, EntitlementsPage } from '#types/eligibility/entitlements'
import * as z from '#types/z'
import { decodeCursor, encodeCursor } from '../_shell/cursor'

/** So many bytes of answers in one reply, which has 100 KB in all; what one rule says is never divided. */
const PAGE_BYTES = 80_000

/** With which answer a page begins. */
const Start = z.strictObject({ nth: z.int().check(z.minimum(0)) })

/** As much of the answers as one reply holds; what can be applied for stands with the first of them. */
export function answersPage(whole: Entitlements, after: string | undefined): EntitlementsPage {
  const nth = after === undefined ? 0 : decodeCursor(after, Start).nth
  const { on, answers } = whole
  const applicable = nth === 0 ? whole.applicable : []
  let bytes = bytesOf(applicable)
  let end = nth
  for (const answer of answers.slice(nth)) {
    bytes += bytesOf(answer) + 1
    if (bytes > PAGE_BYTES && end > nth) break
    end++
  }
  const next = end < answers.length ? encodeCursor({ nth: end }) : null
  return { on, answers: answers.slice(nth, end), applicable, next }
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
