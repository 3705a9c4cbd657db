/** Fen as yuan with two decimals, without the unit. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2)
