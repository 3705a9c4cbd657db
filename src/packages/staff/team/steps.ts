import type { CertificateKind } from '#types/people/staff'
import type { MembershipAct, MembershipState } from '#types/states'
import { certificateWord } from '@/services/words'

/** The one step that mostly comes next, as whoever directs the person says it. */
export const nextStep: Partial<Record<MembershipState, { act: MembershipAct; word: string }>> = {
  accepted: { act: 'vet', word: '审核通过' },
  vetted: { act: 'train', word: '培训完成' },
  trained: { act: 'assign', word: '可以上岗' },
  suspended: { act: 'reinstate', word: '恢复上岗' },
}

const actWords: Record<MembershipAct, string> = {
  vet: '审核通过',
  train: '培训完成',
  assign: '可以上岗',
  suspend: '停用',
  reinstate: '恢复上岗',
  end: '离开',
}

/** A step of the past, with what was written beside it; one that this phone does not know yet stays as the cloud calls it. */
export function stepWords(act: string, note: string | null): string {
  if (act === 'accept') return '接受了邀请'
  if (act === 'certify') return `补上${certificateWord[note as CertificateKind] ?? '证件'}`
  const word = actWords[act as MembershipAct] ?? act
  return note ? `${word}，${note}` : word
}
