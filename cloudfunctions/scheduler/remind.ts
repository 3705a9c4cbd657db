import { addDays, localDate } from '#types/days'
import { endingsOf } from '../_domain/eligibility/entitlements'
import { tellEnding } from '../_domain/messages/of-people'
import type { ElderRecord } from '../_domain/people/records'
import { command, select } from '../_shell/cloud'
import { everyPage } from '../_shell/every-page'
import { tellOnce } from '../_shell/outbox'
import { applicationTerms, notices } from '../_shell/policies'
import { allAsOne } from '../_shell/registrations'

/**
 * Tells elders that a category ends soon: once for each category and end. What the page shows follows from the dates alone;
 * without this nobody would only be told later.
 */
export async function remindOfEndings(now: Date): Promise<number> {
  const today = localDate(now)
  const until = addDays(today, applicationTerms.remindDays)
  let told = 0
  await everyPage(
    'elders',
    { 'categories.to': command.between(today, addDays(until, 1)) },
    async (elders) => {
      told += await remind(elders, { today, until, now })
    },
  )
  return told
}

interface Ending {
  id: string
  elder: ElderRecord
  to: string
}

/** A message that cannot be sent is a line in the log: somebody may not want any. */
async function remind(
  elders: readonly ElderRecord[],
  { today, until, now }: { today: string; until: string; now: Date },
): Promise<number> {
  const whole = new Map(
    [...(await allAsOne(elders.map(({ id }) => id))).values()].map((one) => [one.id, one]),
  )
  const endings: Ending[] = [...whole.values()].flatMap((elder) =>
    endingsOf(elder, today, until).map(({ category, to }) => ({
      id: `ending_${elder.id}_${category}_${to}`,
      elder,
      to,
    })),
  )
  if (endings.length === 0) return 0
  const ids = endings.map(({ id }) => id)
  const known = await select('messages', { where: { _id: command.in(ids) }, limit: ids.length })
  let told = 0
  for (const ending of endings.filter(({ id }) => !known.some((one) => one.id === id))) {
    try {
      if (await tell(ending, now)) told++
    } catch (error) {
      console.error(JSON.stringify({ what: 'not reminded', elder: ending.elder.id, error: String(error) }))
    }
  }
  return told
}

async function tell({ id, elder, to }: Ending, now: Date): Promise<boolean> {
  const telling = tellEnding(elder, to, notices)
  return telling !== null && tellOnce(id, telling, now)
}
