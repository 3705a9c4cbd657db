const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** How many columns a text takes: a Chinese character takes two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0)

/** Rows as lines whose columns stand below each other. */
export function aligned(rows: readonly (readonly string[])[], indent = ''): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [place, cell] of row.entries()) widths[place] = Math.max(widths[place] ?? 0, widthOf(cell))
  const padded = (cell: string, place: number) => cell + ' '.repeat((widths[place] ?? 0) - widthOf(cell))
  return rows.map((row) => `${indent}${row.map(padded).join('  ')}`.trimEnd())
}
