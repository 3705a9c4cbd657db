/** Whether a number is not shown in full. */
export const isMasked = (number: string): boolean => number.includes('*')
