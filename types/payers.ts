/** Who gives the money of a line. */
export const payers = ['elder', 'station', 'town', 'district', 'city', 'state'] as const
export type Payer = (typeof payers)[number]
