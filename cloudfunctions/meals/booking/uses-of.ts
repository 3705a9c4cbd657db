import { subsidyUseId } from '#types/ids'
import type { SubsidyUseRecord } from '../../_domain/meals/records'
import { emptyUses, withoutUsesOf, withUses } from '../../_domain/meals/subsidy-uses'
import type { Use } from '../../_domain/policies/meal/facts'
import type { Work } from '../../_shell/transact'
import type { PriceFor } from './price-for'

/** What an elder has used of limited subsidies, read inside a transaction and written back with what one order uses. */
export function usesOf(
  work: Work,
  elder: { id: string; district: string },
  orderId: string,
): {
  /** The uses of all other orders in a period. */
  read(period: string): Promise<readonly Use[]>
  /** The id of the record that will know the order; null where it uses nothing and was denied nothing. */
  idFor(price: PriceFor): string | null
  write(price: PriceFor): void
} {
  let known: SubsidyUseRecord | null = null
  return {
    async read(period) {
      const stored = await work.find('subsidyUses', subsidyUseId(elder.id, period))
      known = stored ?? emptyUses(elder, period)
      return withoutUsesOf(known, orderId).uses
    },
    idFor: ({ priced, isDenied }) => (known && (priced.uses.length > 0 || isDenied) ? known.id : null),
    write({ priced, isDenied }) {
      if (!known) return
      const after = withUses(known, orderId, priced.uses, isDenied)
      if (JSON.stringify(after) !== JSON.stringify(known)) work.put('subsidyUses', after)
    },
  }
}
