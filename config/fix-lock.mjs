// Adds the lock entries that npm leaves out when an optional platform package cannot be resolved while locking.
// Without them `npm ci` calls the lock out of sync. Run it after every change of the lock: node config/fix-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = new URL('../package-lock.json', import.meta.url)
const PLATFORM =
  /(darwin|linux|win32|android|freebsd|openharmony|wasm32)-?(x64|arm64|arm|ia32|loong64|ppc64|riscv64|s390x)?/

const lock = JSON.parse(readFileSync(FILE, 'utf8'))
const packages = lock.packages
let added = 0

for (const [path, entry] of Object.entries(packages)) {
  delete entry.resolved
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const isLocked = packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`]
    if (isLocked || !/^\d/.test(version)) continue
    const platform = PLATFORM.exec(name)
    if (!platform) continue
    packages[`node_modules/${name}`] = missingEntry(name, version, platform)
    added++
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${added} platform entries added`)

function missingEntry(name, version, [, os, cpu]) {
  const libc = /musl/.test(name) ? ['musl'] : /gnu/.test(name) ? ['glibc'] : undefined
  return { version, cpu: [cpu ?? 'wasm32'], ...(libc && { libc }), dev: true, optional: true, os: [os] }
}
