/** The clock looks every so many minutes. */
const MINUTES = 5

/** Whether it is the first look of an hour: what need not follow within minutes is looked for then alone. */
export const isHourly = (now: Date): boolean => now.getUTCMinutes() < MINUTES
