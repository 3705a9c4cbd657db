import type { Actor } from '#types/actors'
import { phoneTold } from '../../access/account-on'
import type { ElderRecord } from '../records'

/**
 * Who is told what becomes of a wish: the family member who said it, else the elder on her own phone, if it is not lent to her. Staff are
 * not told of what they asked for somebody: it stands in their lists, and they may have left since.
 */
export const toldOf = (
  { role }: Pick<Actor, 'role'>,
  openid: string | null,
  elder: Pick<ElderRecord, 'openid' | 'phoneLentUntil'>,
  now: Date,
): string | null => (role === 'family' || role === 'elder' ? openid : phoneTold(elder, now))
