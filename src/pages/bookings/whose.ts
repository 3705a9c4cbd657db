import type { Me } from '#types/people'
import { whoseRecord } from '@/services/person'
import { nameInFull } from '@/services/words'

/** 妈妈 王秀英, 我自己; nothing for oneself when nobody else can be meant. */
export function whoseWord({ elderId, elderName }: { elderId: string; elderName: string }, me: Me): string {
  const elder = whoseRecord(me.elders, elderId)
  if (!elder) return elderName
  if (elder.relation !== 'self') return nameInFull(elder)
  return me.elders.length > 1 ? '我自己' : ''
}
