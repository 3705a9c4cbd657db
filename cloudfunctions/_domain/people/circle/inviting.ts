import type { Actor } from '#types/actors'
import type { InputOf } from '#types/contract'
import { AppError } from '#types/errors'
import { politeName } from '#types/names'
import type { people } from '#types/people'
import type { Paper } from '#types/people/elders'
import { type Grant, isByStaff } from '../../access/grants'
import { minutesAfter } from '../../base/calendar'
import { requireActive } from '../privacy/consents'
import { decisionBy } from '../privacy/decisions'
import type { AccountRecord, ElderRecord } from '../records'
import { type PeopleTerms, requireRoomInCircle } from './circle'
import type { InvitationRecord } from './records'

/** Whom a code is to let in: a relative, for something, or a phone that becomes her own. */
type Invited = InputOf<typeof people.invite>['for']

/** Who makes a code, and by whose yes. */
interface Maker {
  account: AccountRecord
  grant: Grant
  paper: Paper | undefined
  terms: PeopleTerms
}

/**
 * Whether there may be a code for this elder. Her own phone is bound at her station alone. A relative is let in once she has agreed
 * to the service and while there is room; a guardian by papers, never by a code.
 * @throws AppError `NOT_FOUND` once her data are gone, `FORBIDDEN`, `EVIDENCE_MISSING`, `NOT_YOUR_STEP`, `CONSENT_MISSING`,
 *   `CIRCLE_FULL`, in this order
 */
export function requireInvitable(
  elder: ElderRecord,
  wanted: Invited,
  { account, grant, paper, terms }: Maker,
): void {
  if (elder.state === 'erased') throw new AppError('NOT_FOUND', { elderId: elder.id })
  if (wanted.kind === 'self' && !isByStaff(grant)) throw new AppError('FORBIDDEN')
  decisionBy(account, grant, elder, paper)
  if (wanted.kind === 'self') return
  requireActive(elder)
  if (wanted.relation === 'guardian') throw new AppError('EVIDENCE_MISSING', { fields: ['evidence'] })
  requireRoomInCircle(elder, terms)
}

/** The code under `id`, good for as long as its kind is. A paper counts only where staff wrote down her yes. */
export function newInvitation(
  id: string,
  {
    elder,
    wanted,
    by,
    body,
    now,
  }: { elder: ElderRecord; wanted: Invited; by: Actor; body: string; now: Date },
  { account, grant, paper, terms }: Maker,
): InvitationRecord {
  const { relation, scopes } = wanted.kind === 'family' ? wanted : { relation: null, scopes: [] }
  return {
    id,
    district: elder.district,
    elderId: elder.id,
    kind: wanted.kind,
    from: politeName(elder.name, elder.sex),
    relation,
    scopes,
    role: null,
    orgId: null,
    orgKind: null,
    helperKind: null,
    note: null,
    by,
    byOpenid: account.id,
    paper: (isByStaff(grant) && paper) || null,
    body,
    expiresAt: minutesAfter(now, terms.invitationHours[wanted.kind] * 60),
    usedBy: null,
    usedAt: null,
  }
}
