import type { ElderRow } from '../../elder-row'
import { consentPart, logPart } from './copy'
import { wordedActs } from './worded-acts'

/** The paper trail of what she agreed to; the night counts its term from the end of each line (`linesOver`). */
export const consents: ElderRow<'consents'> = {
  found: 'elderId',
  live: 'never',
  told: 'nobody',
  forgotten: { kept: 'the law asks how each step was agreed to' },
  moved: 'stays',
  copied: { part: 'consents', by: 'id', direction: 'asc', as: (found) => found.map(consentPart) },
}

/** Who did what for her and who looked: that stays by law, what they said of her goes. */
export const auditLog: ElderRow<'auditLog'> = {
  found: 'elderId',
  live: 'never',
  told: 'nobody',
  forgotten: [
    { where: { action: { in: wordedActs }, reason: { not: null } }, set: () => ({ reason: null }) },
  ],
  moved: 'stays',
  copied: { part: 'log', by: 'at', direction: 'desc', as: (lines) => lines.map(logPart) },
}
