/** One thing that a policy says: a line, and what stands below it. */
export interface Said {
  line: string
  /** What it is called in the document, for whoever writes it. */
  code: string | null
  after: string
  rows: readonly SaidRow[]
}

/** A rule, a group, a thing of the catalogue: in columns for whoever writes it, in a sentence for whoever answers for it. */
interface SaidRow {
  cells: readonly string[]
  sentence: string
}

/** A line that says it all, unless there are rows to it. */
export const said = (line: string, more: Partial<Omit<Said, 'line'>> = {}): Said => ({
  code: null,
  after: '',
  rows: [],
  ...more,
  line,
})

/** The same without what things are called in the document. */
export const inSentences = ({ line, after, rows }: Said): { line: string; rows: string[] } => ({
  line: `${line}${after}`,
  rows: rows.map(({ sentence }) => sentence),
})
