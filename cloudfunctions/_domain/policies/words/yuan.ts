/** 5.00 元 */
export const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`
