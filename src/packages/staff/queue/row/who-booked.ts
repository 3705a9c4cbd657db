import type { MealOrder } from '#types/meals/orders'
import { actorWord } from '@/services/words'

/** 女儿李敏代订, 自己订的, 张静帮订（电话）. */
export function whoBooked({ placedBy }: MealOrder): string {
  if (placedBy.role === 'elder') return '自己订的'
  if (placedBy.relation !== null) return `${actorWord(placedBy)}代订`
  return `${placedBy.name}帮订（${placedBy.channel === 'phone' ? '电话' : '当面'}）`
}
