import type { CollectionName } from './documents'
import type { ElderRow, Following, NamedByHer } from './elder-row'
import { applications, determinations, uploads } from './eligibility/elder-bound'
import { mealOrders, subsidyUses } from './meals/elder-bound'
import { messages } from './messages/elder-bound'
import { accounts, cards, identities, invitations, relations } from './people/circle/elder-bound'
import { likenesses } from './people/likenesses/elder-bound'
import { auditLog, consents } from './people/privacy/elder-bound'
import { flags, servedDays, settlementEntries } from './settlement/elder-bound'
import { awaitedVisits, visits } from './visits/elder-bound'

/**
 * Every collection, and how its records stand to an elder. Whatever walks over all that is known of her walks over this:
 * withdrawing, leaving, erasing, moving, copying. The order is the one in which they are read and forgotten.
 */
export const elderBound: { readonly [N in CollectionName]: ElderRow<N> | 'herself' | 'nobody' } = {
  elders: 'herself',
  accounts,
  identities,
  cards,
  relations,
  invitations,
  applications,
  determinations,
  uploads,
  mealOrders,
  subsidyUses,
  servedDays,
  settlementEntries,
  flags,
  visits,
  awaitedVisits,
  messages,
  consents,
  auditLog,
  likenesses,
  tries: 'nobody',
  dayCounts: 'nobody',
  memberships: 'nobody',
  districts: 'nobody',
  stations: 'nobody',
  kitchens: 'nobody',
  plans: 'nobody',
  menus: 'nobody',
  dishPhotos: 'nobody',
  sittings: 'nobody',
  policies: 'nobody',
  policyChains: 'nobody',
  storedFiles: 'nobody',
  mismatches: 'nobody',
  rotas: 'nobody',
  switches: 'nobody',
}

type Named<R> = readonly (readonly [CollectionName, R])[]
const rows = Object.entries(elderBound) as [CollectionName, (typeof elderBound)[CollectionName]][] // its keys are these names

/** The records that her own names, by collection. */
export const namedByHer: Named<NamedByHer<CollectionName>> = rows.flatMap(([name, row]) =>
  typeof row === 'object' && 'ids' in row ? [[name, row]] : [],
)

/** The records that follow her page by page, by collection; twice where they may name her on either of two sides. */
export const following: Named<Following<CollectionName>> = rows.flatMap(([name, row]) => {
  if (typeof row !== 'object' || !('forgotten' in row && 'found' in row)) return []
  return [row, ...(row.otherSide ? [row.otherSide] : [])].map((side) => [name, side] as const)
})
