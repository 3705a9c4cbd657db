import { AppError } from '#types/errors'
import { requireNoOtherSelf } from '../elders/registering'
import { nameWithoutSelf, ownAccount } from '../elders/summary'
import type { AccountRecord, ElderRecord } from '../records'
import { requireStillMeant, withAsk } from './circle'
import type { InvitationRecord, RelationRecord } from './records'

/** Who stands around an elder whose phone it is to be. */
interface Around {
  /** The account of whoever made the code, as it counts today. */
  maker: AccountRecord | null
  /** The account that becomes hers. */
  account: AccountRecord
  /** The account that was hers before; null: none, or this very one. */
  former: AccountRecord | null
  /** Who asks her, the longest first. */
  asks: readonly RelationRecord[]
}

/** The records as they are then; `relations` are the asks that waited at her station. */
interface OwnPhone {
  elder: ElderRecord
  account: AccountRecord
  former: AccountRecord | null
  relations: RelationRecord[]
}

/**
 * Makes an account an elder's own; the one that was hers before is nobody's. Asks that wait at her station, or on the phone she
 * had before, wait on the new one.
 * @throws AppError `NOT_FOUND` once her data are gone; `CODE_EXPIRED` for a code that is worth nothing any more; `OWN_ELDER` where
 *   the account is another elder's; `FORBIDDEN` where it is a relative's of hers or the clerk's who made the code: her own phone
 *   cannot be the phone of somebody who asks her, or who answers for her
 */
export function becomeOwnPhone(
  elder: ElderRecord,
  invitation: InvitationRecord,
  { maker, account, former, asks }: Around,
): OwnPhone {
  if (elder.state === 'erased') throw new AppError('NOT_FOUND')
  requireStillMeant(invitation, elder, { maker, openid: account.id })
  requireNoOtherSelf(account, [elder.id])
  const isKin = account.relations.some((one) => one.elderId === elder.id && one.state !== 'revoked')
  if (isKin) throw new AppError('FORBIDDEN')
  const { phoneLentUntil: _, ...hers } = elder
  const own = { ...hers, openid: account.id }
  const waiting = asks.filter(({ state }) => state === 'asked')
  return {
    elder: own,
    account: waiting.reduce(withAsk, ownAccount(account, own)),
    former: former && withoutSelf(former),
    relations: waiting.filter((one) => !one.asksElder).map((one) => ({ ...one, asksElder: true })),
  }
}

/** A phone that is hers no more. */
const withoutSelf = (account: AccountRecord): AccountRecord => ({
  ...account,
  name: nameWithoutSelf(account),
  self: null,
  asks: [],
})
