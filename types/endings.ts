/** Why what was booked or asked for an elder ends although nobody cancelled it: she has died, or her data are gone. */
export const endings = ['died', 'erased'] as const
export type Ending = (typeof endings)[number]
