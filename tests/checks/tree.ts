import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const ROOT = resolve(__dirname, '../..')

/** Sources in a folder and all under it, by their path from the project's root, in order; declarations hold no code. */
export function sourcesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.endsWith('.d.ts'))
    .sort()
}

export function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

/** What an import names, as a path from the project's root without its ending, or the package's own name. */
export function targetOf(file: string, name: string): string {
  if (name.startsWith('#types/')) return name.slice(1)
  if (name.startsWith('@/')) return `src/${name.slice(2)}`
  if (!name.startsWith('.')) return name
  return relative(ROOT, resolve(ROOT, dirname(file), name)).replaceAll('\\', '/')
}
