import type { Actor } from '#types/actors'
import type { ElderRecord } from '../records'

/** Who is told what becomes of a wish: the account that said it in the app, else the elder's own. */
export const toldOf = (
  { channel }: Pick<Actor, 'channel'>,
  openid: string | null,
  elder: Pick<ElderRecord, 'openid'>,
): string | null => (channel === 'app' ? openid : elder.openid)
