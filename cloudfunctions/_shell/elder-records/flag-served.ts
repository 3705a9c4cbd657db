import type { ElderRecord } from '../../_domain/people/records'
import { crossCheck, servedToCheck } from '../../_domain/settlement/flags'
import { command, find, select } from '../cloud'
import { everyPage } from '../every-page'
import { retried } from '../transact'
import { conditionsOf } from '../where'

/** Flags the meals that do not fit what is known of an elder by now; each once, and none that somebody has answered. */
export async function flagServed(known: ElderRecord, now: Date): Promise<void> {
  const elder = servedToCheck(known) && (await find('elders', known.id))
  const served = elder && servedToCheck(elder)
  if (!served) return
  await everyPage('mealOrders', { elderId: elder.id, ...conditionsOf(served) }, async (orders) => {
    const flags = orders.flatMap((order) => crossCheck(order, { elder, day: null, now }))
    if (flags.length === 0) return
    const ids = flags.map(({ id }) => id)
    const known = await select('flags', { where: { _id: command.in(ids) }, limit: ids.length })
    for (const flag of flags.filter(({ id }) => !known.some((one) => one.id === id)))
      await retried(async (tx) => {
        if (!(await tx.find('flags', flag.id))) await tx.put('flags', flag)
      })
  })
}
