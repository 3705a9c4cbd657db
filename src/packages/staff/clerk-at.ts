import type { HeldRole, Me } from '#types/people'

export type ClerkRole = HeldRole & { stationId: string }

/** The role of somebody who works at a station: at the one named, else at the first; null for anybody else. */
export function clerkAt(me: Me, stationId: string | undefined): ClerkRole | null {
  const held = me.roles.filter(isClerk)
  return (stationId ? held.find((role) => role.stationId === stationId) : held[0]) ?? null
}

function isClerk(held: HeldRole): held is ClerkRole {
  return (held.role === 'clerk' || held.role === 'manager') && held.stationId !== undefined
}
