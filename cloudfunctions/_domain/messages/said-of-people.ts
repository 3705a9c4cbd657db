import type { LocalDate } from '#types/values'
import { applicationStateWord } from '#types/words/eligibility/application-states'
import { relationWord } from '#types/words/people/circle/relations'
import { instantAt } from '../base/calendar'
import { maskName } from '../base/masks'
import type { ApplicationRecord } from '../eligibility/records'
import type { RelationRecord } from '../people/circle/records'
import type { ElderRecord } from '../people/records'
import type { Said } from './records'

/** What was decided on an application. */
export const saidOfDecision = (application: ApplicationRecord): Said => ({
  page: `packages/benefits/application/index?applicationId=${application.id}`,
  who: application.elderName,
  what: '您交的申请有结果了',
  at: application.history.at(-1)?.at ?? application.submittedAt,
  state: applicationStateWord[application.state],
})

/** A category ends soon. */
export const saidOfEnding = ({ id, name }: Pick<ElderRecord, 'id' | 'name'>, to: LocalDate): Said => ({
  page: `packages/benefits/mine/index?elderId=${id}`,
  who: name,
  what: '一项认定快到期，请续办',
  at: instantAt(to, '23:59'),
  state: '快到期了',
})

/** Somebody asks to be let in to an elder: herself, or her station where she has no phone. */
export const saidOfAsk = (
  { elderId, elderName, relation, name, since, stationId }: RelationRecord,
  isHers: boolean,
): Said => ({
  page: isHers
    ? `packages/family/circle/index?elderId=${elderId}`
    : `packages/staff/asked/index?stationId=${stationId}`,
  who: isHers ? elderName : maskName(elderName),
  what: `${relationWord[relation]}${name}想替${isHers ? '您' : '老人'}办事`,
  at: since,
  state: '等您答复',
})

/** A registration that was never confirmed is gone, and with it her name. */
export const saidOfLapse = (now: Date): Said => ({
  page: 'packages/family/register/index',
  who: '您登记的老人',
  what: '一直没有同意，登记作废了',
  at: now.toISOString(),
  state: '登记作废了',
})

/** A family has registered somebody, who now has to come to the station or be visited. */
export const saidOfRegistering = (
  { stationId }: Pick<ElderRecord, 'stationId'>,
  name: string,
  at: string,
): Said => ({
  page: `packages/staff/asked/index?stationId=${stationId}`,
  who: maskName(name),
  what: '家人在手机上登记了老人',
  at,
  state: '等您核对',
})
