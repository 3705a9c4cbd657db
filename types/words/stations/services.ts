import type { Service } from '#types/stations'

export const serviceWord: Record<Service, string> = {
  meal: '吃饭',
  delivery: '送餐',
  dayCare: '白天照看',
  healthCheck: '量血压',
  rehabilitation: '康复',
  haircut: '理发',
  bathing: '洗澡',
  activities: '活动',
  companionship: '陪伴',
  lifeCare: '生活照料',
  legalAid: '法律咨询',
  shortStay: '短住',
}
