import type { people } from '#types/people'
import { requireActive } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import { crossCheck } from '../../_domain/settlement/flags'
import type { FlagRecord } from '../../_domain/settlement/records'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import type { Work } from '../../_shell/transact'
import { changeElder } from './change-elder'

/** So many meals are looked at again when somebody is written down as away. */
const MOST_MEALS = 100

export const setAbsences: Handler<typeof people.setAbsences> = async (
  ctx,
  { elderId, absences, channel },
) => {
  const served = await servedSince(elderId, absences.map(({ from }) => from).sort()[0])
  return changeElder(
    ctx,
    elderId,
    async (elder, _, work) => {
      requireActive(elder)
      const by = ctx.knownAccount().name
      const changed = {
        ...elder,
        absences: absences.map((one) => ({ ...one, by: before(elder, one)?.by ?? by })),
      }
      await flagServed(work, served, changed, ctx.now)
      return changed
    },
    { channel, about: 'absences' },
  )
}

const before = ({ absences }: ElderRecord, one: { kind: string; from: string }) =>
  absences.find(({ kind, from }) => kind === one.kind && from === one.from)

/** Meals that were served to her from a local date on. */
export async function servedSince(elderId: string, from: string | undefined) {
  if (from === undefined) return []
  return select('mealOrders', {
    where: { elderId, date: command.gte(from), state: 'served' },
    orderBy: [['date', 'desc']],
    limit: MOST_MEALS,
  })
}

/** Flags meals that do not fit what is known of her now; each once. */
export async function flagServed(
  work: Work,
  served: readonly Parameters<typeof crossCheck>[0][],
  elder: ElderRecord,
  now: Date,
): Promise<void> {
  const found: FlagRecord[] = served.flatMap((order) => crossCheck(order, { elder, day: null, now }))
  for (const flag of found) if (!(await work.find('flags', flag.id))) work.put('flags', flag)
}
