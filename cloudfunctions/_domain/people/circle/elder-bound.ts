import type { ElderRow } from '../../elder-row'
import { withoutClaim } from '../elders/claims'
import { ERASED, withoutElder } from '../elders/forgetting'
import { circlePart } from '../privacy/copy'

/** Accounts that may act for her, and her own. Those that only ask stand with their relation. */
export const accounts: ElderRow<'accounts'> = {
  ids: ({ openid, circle }) => (openid === null ? circle : [openid, ...circle]),
  forgotten: { becomes: withoutElder },
}

/** Her id number, by which she is found; where others claim it, it is left to them. */
export const identities: ElderRow<'identities'> = {
  ids: ({ idNumber }) => (idNumber ? [idNumber.digest] : []),
  forgotten: { becomes: withoutClaim },
}

/** Her card, which then is nobody's. */
export const cards: ElderRow<'cards'> = {
  ids: ({ code }) => [code],
  forgotten: { becomes: (card) => ({ ...card, elderId: null }) },
}

/** Who is near her, asks to be, or was, with what their own account keeps of her. */
export const relations: ElderRow<'relations'> = {
  found: 'elderId',
  live: 'never',
  told: 'nobody',
  forgotten: [
    {
      where: { elderName: { not: ERASED } },
      together: {
        reads: ({ openid }) => ({ accounts: openid }),
        becomes: (relation, { accounts: account }, { elder }) => ({
          relations: {
            ...relation,
            state: 'revoked',
            name: ERASED,
            elderName: ERASED,
            building: ERASED,
            words: null,
            granted: null,
            evidence: null,
          },
          ...(account && { accounts: withoutElder(account, elder) }),
        }),
      },
    },
  ],
  moved: { where: () => ({}), set: ({ stationId, building }) => ({ stationId, building }) },
  copied: { part: 'person', by: 'id', direction: 'asc', as: (near) => [circlePart(near)] },
}

/** Codes that let somebody in to her. */
export const invitations: ElderRow<'invitations'> = {
  found: 'elderId',
  live: 'never',
  told: 'nobody',
  forgotten: [{ removed: 'whole' }],
  moved: 'stays',
  copied: { not: 'a code opens a door; who came in by it stands in her circle' },
}
