/**
 * The folder in storage where papers are kept that were checked. The rule of the storage lets functions alone write there and read from
 * it (docs/deploy.md, section 5): a phone that could write would exchange what somebody has looked at.
 */
export const PAPERS = 'papers/'

/** Whether a path belongs to functions alone. */
export const isForFunctions = (path: string): boolean => path.startsWith(PAPERS)
