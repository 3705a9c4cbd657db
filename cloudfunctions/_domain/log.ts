import type { LogLine } from '#types/privacy'
import type { AuditRecord } from './records/people'

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
    ref,
    reason,
    channel,
  }
}
