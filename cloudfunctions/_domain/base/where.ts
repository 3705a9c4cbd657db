/** What a field has to be: this value, one of these, anything but this, at least this, or less than this. */
export type Wanted =
  | string
  | boolean
  | null
  | { in: readonly string[] }
  | { not: string | null }
  | { from: string }
  | { before: string }

/** Which records are meant, as data: field, dotted where it lies inside another, and what it has to be. The shell asks the database. */
export type Where = Readonly<Record<string, Wanted>>
