/**
 * The folder in storage where papers are kept that were checked. The rule of the storage lets functions alone write there and read from
 * it (docs/deploy.md, section 5): a phone that could write would exchange what somebody has looked at.
 */
export const PAPERS = 'papers/'

/** Where phones put photos, and nothing else, and nowhere else: on the paths that `startDocument` and `startDishPhoto` give out. */
const PHOTOS = /^(?:applications|kitchens)\/[\w-]+\/[\w-]+\.jpg$/

/** Where a phone puts a photo for an elder: nobody guesses `name`. */
export const photoPath = (elderId: string, name: string): string => `applications/${elderId}/${name}.jpg`

/** Whether phones may write on a path at all, as by the rule of the storage. */
export const isForPhones = (path: string): boolean => PHOTOS.test(path)
