import type { Entitlements, EntitlementsPage } from '#types/eligibility/entitlements'
import * as z from '#types/z'
import { decodeCursor, encodeCursor } from '../_shell/cursor'
import { fitting } from '../_shell/fitting'

/** With which answer a page begins. */
const Start = z.strictObject({ nth: z.int().check(z.minimum(0)) })

/** As many of the answers as one reply holds, each of them whole; what can be applied for stands with the first of them. */
export function answersPage(whole: Entitlements, after: string | undefined): EntitlementsPage {
  const nth = after === undefined ? 0 : decodeCursor(after, Start).nth
  const rest = whole.answers.slice(nth)
  const applicable = nth === 0 ? whole.applicable : []
  const answers = fitting(rest, 1, applicable)
  const next = answers.length < rest.length ? encodeCursor({ nth: nth + answers.length }) : null
  const { on, isNumberGone } = whole
  return { on, answers, applicable, next, ...(isNumberGone && { isNumberGone }) }
}
