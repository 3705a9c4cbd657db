import type { Application, ReviewRow } from '#types/eligibility/applications'
import type { Applicable, EntitlementsPage } from '#types/eligibility/entitlements'
import { now } from './builders'

const daughter = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' } as const

/** A daughter asks that her mother be recognised; nobody has looked yet. */
export const anApplication = (over: Partial<Application> = {}): Application => ({
  id: 'e-wang_subsistenceAllowance',
  elderId: 'e-wang',
  elderName: '王秀英',
  category: 'subsistenceAllowance',
  label: null,
  state: 'submitted',
  documents: [{ label: '身份证', at: now, by: '李敏' }],
  lacking: [],
  note: null,
  by: daughter,
  submittedAt: now,
  dueOn: '2026-12-04',
  isOverdue: false,
  reviewer: null,
  missing: [],
  reason: null,
  from: null,
  to: null,
  objection: null,
  history: [{ state: 'submitted', at: now, by: daughter }],
  ...over,
})

export const coordinator = { name: '周琳', role: 'coordinator', relation: null, channel: 'app' } as const

export const aReviewRow = (over: Partial<ReviewRow> = {}): ReviewRow => {
  const { id, elderName, category, label, state, submittedAt, dueOn, isOverdue, reviewer } = anApplication()
  return { id, elderName, category, label, state, submittedAt, dueOn, isOverdue, reviewer, ...over }
}

export const anApplicable = (over: Partial<Applicable> = {}): Applicable => ({
  category: 'subsistenceAllowance',
  label: null,
  bring: ['身份证', '低保证'],
  held: null,
  isEnding: false,
  ...over,
})

export const someEntitlements = (...applicable: Applicable[]): EntitlementsPage => ({
  on: '2026-11-21',
  answers: [],
  applicable,
  next: null,
})
