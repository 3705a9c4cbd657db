/**
 * Whether a number is not shown in full, as `ElderFile` writes it: 138****5678. Nobody types one like it, since no number that can be
 * rung has asterisks; where contacts are changed it stands for the number that is kept.
 */
export const isMasked = (number: string): boolean => number.includes('*')
