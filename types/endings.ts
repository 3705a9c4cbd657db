/**
 * Why what was booked or asked for an elder ends although nobody cancelled it: she has died, or her data are gone. `mistaken`: a
 * death was recorded that was none.
 */
export const endings = ['died', 'erased', 'mistaken'] as const
export type Ending = (typeof endings)[number]
