export const slots = ['breakfast', 'lunch', 'dinner'] as const
export const modes = ['dineIn', 'takeAway', 'delivery'] as const
export type Slot = (typeof slots)[number]
export type Mode = (typeof modes)[number]
