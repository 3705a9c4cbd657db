import type { ElderRow } from '../elder-row'
import { ERASED } from '../people/elders/forgetting'

const isNamed = { elderName: { not: ERASED } }

/** The ledger of what her meals cost whom: amounts stay, as accounts have to. */
export const settlementEntries: ElderRow<'settlementEntries'> = {
  found: 'elderId',
  live: 'never',
  told: 'nobody',
  forgotten: [{ where: isNamed, set: () => ({ elderName: ERASED }) }],
  moved: 'stays',
  copied: { not: 'the prices of her meals stand with the meals' },
}

/** Questions that somebody asked about her meals. */
export const flags: ElderRow<'flags'> = {
  found: 'elderId',
  live: 'never',
  told: 'nobody',
  forgotten: [
    { where: { kind: 'servedLate', about: { not: ERASED } }, set: () => ({ about: ERASED }) },
    { where: isNamed, set: () => ({ elderName: ERASED }) },
    { where: { closed: { not: null } }, set: () => ({ closed: null }) },
  ],
  moved: 'stays',
  copied: { not: 'follows from her meals and absences, which she reads' },
}

/** What she was served on a day. */
export const servedDays: ElderRow<'servedDays'> = {
  found: 'elderId',
  kept: 'what was given for a person and day, so that it is given once',
}
