/** In which capacity somebody says yes or no for an elder: as herself, or as her guardian. */
export const capacities = ['elder', 'guardian'] as const
export type Capacity = (typeof capacities)[number]

/** How a yes or no was said: by a tap, on a signed paper, on the telephone, by an invitation that was used. */
export const decisionWays = ['app', 'paper', 'spoken', 'invitation'] as const
export type DecisionWay = (typeof decisionWays)[number]
