/** Tells whether a build's inputs are still the ones of the last build. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './steps.mjs'

/**
 * A hash over the names and contents of files and folders (project-relative), and over variables of the environment;
 * what is missing counts as missing.
 */
export function hashOf(paths, variables = []) {
  const hash = createHash('sha256').update(process.version)
  for (const name of variables) hash.update(`\0${name}=${process.env[name] ?? ''}`)
  for (const file of paths.flatMap(filesIn).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)))
  }
  return hash.digest('hex')
}

export function isFresh(stampFile, hash) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash
}

export function writeStamp(stampFile, hash) {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, hash)
}

function filesIn(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full).flatMap((name) => filesIn(join(path, name)))
}
