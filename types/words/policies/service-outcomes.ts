import type { ServiceOutcome } from '#types/policies/care-cases'

/** What becomes of a service. */
export const serviceOutcomeWord: Record<ServiceOutcome, string> = {
  paid: '政府付',
  partly: '付一部分',
  borrowed: '借下个月的',
  selfPaid: '自费',
  refused: '不接',
  undecided: '还不知道',
}
