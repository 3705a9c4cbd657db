import type { Person } from '@/services/person'
import { callWord } from '@/services/words'
import { isOwnOrGuardian } from '../of-elder'

/** What the page is called on every row that leads to it, and on itself. */
export const ownTitle = '我的信息和同意'

/** The same page about somebody for whom the reader decides. */
export const titleFor = ({ elder }: Person): string =>
  elder && elder.relation !== 'self' && isOwnOrGuardian(elder) ? `${callWord(elder)}的信息和同意` : ownTitle
