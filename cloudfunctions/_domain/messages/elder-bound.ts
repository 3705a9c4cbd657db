import type { ElderRow } from '../elder-row'

/** What was told of her. Who got it stands with what it told of; the words go with her data. */
export const messages: ElderRow<'messages'> = {
  found: 'elderId',
  live: 'never',
  told: 'nobody',
  forgotten: [{ removed: 'whole' }],
  moved: 'stays',
  copied: { not: 'it says again what stands in the visits, meals and applications' },
}
