import type { HeldRole } from '#types/people'
import { roleWord } from './words'

/** A way into a sub-package for somebody who works here. */
export interface Work {
  title: string
  hint: string
  icon: 'clipboard-list' | 'door-open'
  page: 'packages/staff/queue' | 'packages/helper/visits'
  params: { stationId?: string }
}

/** The ways that these roles open, each once. What they may really do there, the cloud decides. */
export function workOf(roles: readonly HeldRole[]): Work[] {
  const ways = new Map<string, Work>()
  for (const held of roles) {
    const way = wayOf(held)
    if (way) ways.set(`${way.page} ${way.params.stationId ?? ''}`, way)
  }
  return [...ways.values()]
}

function wayOf({ role, stationId, orgName }: HeldRole): Work | null {
  const hint = orgName ? `${orgName} ${roleWord[role]}` : roleWord[role]
  if (role === 'clerk' || role === 'manager') {
    return {
      title: '今天的订单',
      hint,
      icon: 'clipboard-list',
      page: 'packages/staff/queue',
      params: { stationId },
    }
  }
  if (role === 'volunteer' || role === 'coordinator') {
    return { title: '去敲门', hint, icon: 'door-open', page: 'packages/helper/visits', params: {} }
  }
  return null
}
