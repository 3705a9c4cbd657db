import type { Shortfall } from '#types/policies/care-cases'

/** Why a service is not paid in full. */
export const shortfallWord: Record<Shortfall, string> = {
  notEntitled: '没有额度',
  notKnownYet: '还不知道',
  notInForce: '不在政策的日期里',
  monthUsedUp: '当月用完',
  yearUsedUp: '全年用完',
  weekUsedUp: '本周用完',
  onceAMonth: '本月做过了',
  tooShortNotice: '约晚了',
  notInCatalogue: '目录里没有',
  notForThisPerson: '不给这类人',
}
