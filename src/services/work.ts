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

/**
 * The ways that these roles open, each once: the orders of every station worked at, then the doors, where those who answer
 * for a place also read what was found. What they may really do there, the cloud decides.
 */
export function workOf(roles: readonly HeldRole[]): Work[] {
  const stations = new Map(roles.filter(isClerk).map((held) => [held.stationId, held]))
  const doors = doorsOf(roles)
  return [...[...stations.values()].map(ordersOf), ...(doors ? [doors] : [])]
}

/** A role whose pages are still to come, where nothing else can be done either; null when there is none. */
export function waitingRole(roles: readonly HeldRole[]): string | null {
  const held = roles.find(({ role }) => role === 'supervisor' || role === 'kitchen' || role === 'careWorker')
  return held && workOf(roles).length === 0 ? roleWord[held.role] : null
}

/** 长江路社区养老驿站 工作人员 */
const whereAndWhat = ({ role, orgName }: HeldRole) =>
  orgName ? `${orgName} ${roleWord[role]}` : roleWord[role]

const isClerk = ({ role }: HeldRole) => role === 'clerk' || role === 'manager'

function ordersOf(held: HeldRole): Work {
  return {
    title: '今天的订单',
    hint: whereAndWhat(held),
    icon: 'clipboard-list',
    page: 'packages/staff/queue',
    params: { stationId: held.stationId },
  }
}

function doorsOf(roles: readonly HeldRole[]): Work | null {
  const page = { icon: 'door-open', page: 'packages/helper/visits', params: {} } as const
  if (roles.some((held) => isClerk(held) || held.role === 'coordinator')) {
    return { ...page, title: '敲门和结果', hint: '谁在等人，见到了什么' }
  }
  const volunteer = roles.find(({ role }) => role === 'volunteer')
  return volunteer ? { ...page, title: '去敲门', hint: whereAndWhat(volunteer) } : null
}
