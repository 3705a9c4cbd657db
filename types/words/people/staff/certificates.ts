import type { CertificateKind } from '#types/people/staff'

export const certificateWord: Record<CertificateKind, string> = {
  health: '健康证',
  nursing: '护理员证',
  socialWork: '社工证',
  firstAid: '急救证',
  food: '食品安全证',
}
