/** A document as the database keeps it. */
export type StoredDocument = { _id: string; [field: string]: unknown }

/** A record as a document: its id is the document's name. */
export function stored({ id, ...fields }: { id: string; [field: string]: unknown }): StoredDocument {
  return { _id: id, ...fields }
}

/** The record of that id; a name that leads nowhere is a mistake in the data. */
export function named<T extends { id: string }>(records: readonly T[], id: string): T {
  const record = records.find((one) => one.id === id)
  if (!record) throw new Error(`the district names ${id}, which is not there.`)
  return record
}
