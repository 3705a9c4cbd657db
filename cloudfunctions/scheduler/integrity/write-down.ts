import type { Mismatch } from '../../_domain/integrity/judging'
import { nightWith, notListed } from '../../_domain/integrity/nights'
import { command, select } from '../../_shell/cloud'
import { personOf } from '../../_shell/secrets'
import { retried } from '../../_shell/transact'

/** More nights than anybody leaves unseen: what stands in one of them is not written down once more. */
const MOST_OPEN = 50

/** Writes down what a night has found, one document for each district, and says how much of it was new. */
export async function writeDown(found: readonly Mismatch[], now: Date): Promise<number> {
  const districts = [...new Set(found.map(({ district }) => district))]
  if (districts.length === 0) return 0
  const open = await select('mismatches', {
    where: { district: command.in(districts), state: 'open' },
    orderBy: [['date', 'desc']],
    limit: MOST_OPEN,
  })
  const fresh = notListed(found, open)
  for (const district of districts) {
    const [first, ...others] = fresh.filter((one) => one.district === district)
    if (!first) continue
    await retried(async (tx) => {
      const { id } = nightWith(null, [first], now)
      await tx.put('mismatches', nightWith(await tx.find('mismatches', id), [first, ...others], now))
    })
  }
  return fresh.length
}

/** An account is known to others by the digest of its openid alone. */
export const unnamed = (name: string, found: readonly Mismatch[]): Mismatch[] =>
  name === 'accounts' ? found.map((one) => ({ ...one, id: personOf(one.id) })) : [...found]
