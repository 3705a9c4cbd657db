import type { Written } from './table'

/**
 * All documents of one moment: collection → key of the document → document, in the order of their creation. It shares them with
 * the database, so it costs a list of references, and an unchanged document is the very same object in two images.
 */
export type Image = ReadonlyMap<string, ReadonlyMap<string, Written>>
