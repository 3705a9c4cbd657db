import type { PolicyKind } from '#types/policies'

export const policyKindWord: Record<PolicyKind, string> = {
  meal: '助餐',
  care: '居家服务',
  voucher: '消费券',
}
