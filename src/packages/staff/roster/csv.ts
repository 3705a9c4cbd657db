import type { RosterRow } from '#types/people/privacy'
import { rowWords } from './row-words'

/** Tells Excel that what follows is UTF-8. */
const BOM = '\uFEFF'

const head = ['姓名', '出生年', '性别', '住址', '电话尾号', '和谁住', '身份类别']

/** The roster as a table for a spreadsheet. */
export function rosterCsv(rows: readonly RosterRow[]): string {
  const lines = rows.map((row) => {
    const { sex, living, categories } = rowWords(row)
    return [row.name, String(row.birthYear), sex, row.building, row.phoneTail ?? '', living, categories]
  })
  return BOM + [head, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n')
}

/** A spreadsheet would reckon with what begins like a formula, whoever typed it. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`
