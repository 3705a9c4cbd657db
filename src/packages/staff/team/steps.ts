import type { CertificateKind } from '#types/people/staff'
import type { MembershipAct, MembershipState } from '#types/states'
import { certificateWord } from '#types/words/people/staff/certificates'
import { membershipActWord } from '#types/words/people/staff/membership-acts'

/** The one step that mostly comes next. */
export const nextStep: Partial<Record<MembershipState, MembershipAct>> = {
  accepted: 'vet',
  vetted: 'train',
  trained: 'assign',
  suspended: 'reinstate',
}

/** A step of the past, with what was written beside it; one that this phone does not know yet stays as the cloud calls it. */
export function stepWords(act: string, note: string | null): string {
  if (act === 'accept') return '接受了邀请'
  if (act === 'certify') return `补上${certificateWord[note as CertificateKind] ?? '证件'}`
  const word = membershipActWord[act as MembershipAct] ?? act
  return note ? `${word}，${note}` : word
}
