import type { LogLine } from '#types/people/privacy'
import type { AuditRecord } from '../records'

/** Only orders and visits are told by id: an invitation's id is its code, and opens a door. */
const isTold = (action: string) => action.startsWith('meals.') || action.startsWith('visits.')

/** A line of the audit log as the elder reads it: who, what, when, by which way and why, without any id of an account. */
export function logLine(record: AuditRecord, reader: string): LogLine {
  const { id: _, openid, at, name, role, relation, action, about, ref, reason, channel, requestId } = record
  return {
    id: `${at}.${requestId}`,
    at,
    name,
    role,
    relation,
    isMine: openid === reader,
    action,
    about,
    ref: isTold(action) ? ref : '',
    reason,
    channel,
  }
}
