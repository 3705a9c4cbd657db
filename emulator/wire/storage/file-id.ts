import { LOCAL_ENV } from '../../runner/environment'

/** Named as the platform names its buckets: two letters in hex, environment, account. */
const BUCKET = `6c6f-${LOCAL_ENV}-1250000000`
const FILE_ID = `cloud://${LOCAL_ENV}.${BUCKET}/`

/** Longest path in bytes, as the platform has it. */
const LONGEST_PATH = 850

/** The id under which functions and phones know the file at a path. */
export const fileIdOf = (path: string): string => FILE_ID + path

/** The path behind a file id; undefined when it is none of this environment. */
export function pathOf(fileId: string): string | undefined {
  return fileId.startsWith(FILE_ID) ? fileId.slice(FILE_ID.length) : undefined
}

/**
 * True for the paths that a file may have: letters, digits and `_ . -` in parts divided by single slashes, none at either
 * end. Narrower than the platform's, which takes other characters but advises against them.
 */
export function isCloudPath(path: string): boolean {
  return (
    path.length <= LONGEST_PATH &&
    !path.includes('..') &&
    path.split('/').every((part) => /^[A-Za-z0-9_.-]+$/.test(part) && part !== '.')
  )
}
