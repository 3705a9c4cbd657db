import type { LocalDate } from '#types/values'
import type { ApplicationRecord } from '../eligibility/records'
import type { RelationRecord } from '../people/circle/records'
import type { ElderRecord } from '../people/records'
import type { Telling } from './records'
import { saidOfAsk, saidOfDecision, saidOfEnding, saidOfLapse, saidOfRegistering } from './said-of-people'
import { type Notices, type Reachable, tell } from './telling'

/** What was decided, to whoever applied. */
export function tellDecision(
  application: ApplicationRecord,
  { by, notices }: { by: string | null; notices: Notices },
): Telling | null {
  const { district, elderId, id: ref } = application
  const happening = { district, elderId, kind: 'applicationDecided' as const, ref }
  return tell(happening, {
    by,
    reach: { asker: [application.notify] },
    say: () => saidOfDecision(application),
    notices,
  })
}

/** A category ends soon: to the elder on her own phone; nobody else is to know what she is recognised as. */
export function tellEnding(elder: ElderRecord, to: LocalDate, notices: Notices): Telling | null {
  const { district, id, openid } = elder
  const happening = { district, elderId: id, kind: 'categoryEnding' as const, ref: id }
  return tell(happening, {
    by: null,
    reach: { elder: [openid] },
    say: () => saidOfEnding(elder, to),
    notices,
  })
}

/** Somebody asks to be let in: to the elder on her own phone, else to her station. */
export function tellAsk(
  asked: RelationRecord,
  { by, reach, notices }: { by: string; reach: Reachable; notices: Notices },
): Telling | null {
  const { district, elderId, id: ref } = asked
  const happening = { district, elderId, kind: 'askedToBeLetIn' as const, ref }
  return tell(happening, { by, reach, say: (as) => saidOfAsk(asked, as === 'elder'), notices })
}

/** A family has registered somebody: to the station that is to see her papers. */
export function tellRegistering(
  elder: ElderRecord,
  { by, reach, now, notices }: { by: string; reach: Reachable; now: Date; notices: Notices },
): Telling | null {
  const { district, id, name } = elder
  const happening = { district, elderId: id, kind: 'registeredByKin' as const, ref: id }
  return tell(happening, { by, reach, say: () => saidOfRegistering(elder, name, now.toISOString()), notices })
}

/** A registration has lapsed: to those who waited for her yes. It names nobody: her data are gone. */
export function tellLapse(
  { district, stationId }: ElderRecord,
  { waiting, now, notices }: { waiting: readonly string[]; now: Date; notices: Notices },
): Telling | null {
  const happening = { district, elderId: null, kind: 'registrationLapsed' as const, ref: stationId }
  return tell(happening, { by: null, reach: { asker: waiting }, say: () => saidOfLapse(now), notices })
}
