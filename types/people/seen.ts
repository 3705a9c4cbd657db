/**
 * How it came to be known that an elder is really there: her card was shown at a counter, she was served a meal, a helper met her, or
 * a clerk registered her, booked for her or looked at her papers.
 */
export const seenWays = ['card', 'served', 'visited', 'registered', 'booked', 'papers'] as const
export type SeenWay = (typeof seenWays)[number]
