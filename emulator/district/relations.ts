import { askRelation, grantRelation } from '../../cloudfunctions/_domain/people/circle/circle'
import type { ConsentRecord, RelationRecord } from '../../cloudfunctions/_domain/people/circle/records'
import { consentRecord } from '../../cloudfunctions/_domain/people/privacy/consents'
import type { ElderRecord } from '../../cloudfunctions/_domain/people/records'
import { personOf } from '../../cloudfunctions/_shell/secrets'
import { relationId } from '../../types/ids'
import { versionFor, writerOf } from './elders'
import type { District, WrittenRelation } from './shapes'

type Granted = NonNullable<WrittenRelation['granted']>

/** Whose account it stands in. */
interface Owner {
  id: string
  name: string
}

/** What the elder was asked for, and what she granted. */
export function relationOf(
  elder: ElderRecord,
  { id: openid, name }: Owner,
  { relation, scopes, words = null, askedAt, granted, evidence = null }: WrittenRelation,
): RelationRecord {
  const id = relationId(elder.id, personOf(openid))
  const asked = askRelation(id, { relation, scopes, words }, { elder, openid, name, now: new Date(askedAt) })
  if (!granted) return asked
  return grantRelation(asked, scopes, {
    decision: decisionIn(granted, elder),
    evidence,
    now: new Date(granted.at),
  })
}

function decisionIn({ how, form = null, witness = null }: Granted, { name }: ElderRecord) {
  return { by: name, capacity: 'elder' as const, how, form, witness }
}

/** The line of the paper trail that says whom the elder let in, and for what. */
export function circleConsent(
  written: District,
  elder: ElderRecord,
  { id: openid, name }: Owner,
  { scopes, granted }: WrittenRelation,
): ConsentRecord[] {
  if (!granted) return []
  const { how } = granted
  const tapped = how === 'invitation' ? 'app' : how // an invitation is made by a tap of hers
  const record = consentRecord(
    `${elder.id}_circle_${personOf(openid)}`,
    { purpose: 'circle', version: versionFor('circle'), isGiven: true, about: `${name}:${scopes.join(',')}` },
    {
      elder,
      decision: { ...decisionIn(granted, elder), how: tapped },
      actor: writerOf(written, { how: tapped }, elder),
      now: new Date(granted.at),
    },
  )
  return [{ ...record, how }]
}
