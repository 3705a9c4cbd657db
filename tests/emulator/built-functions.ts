import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const PROJECT = resolve(__dirname, '../..')
export const WORKER_FILE = join(PROJECT, 'dist/emulator/worker.js')
export const MAIN_FILE = join(PROJECT, 'dist/emulator/main.js')

/** Builds the emulator unless it is built already: worker threads cannot load TypeScript. */
export function buildEmulator(): void {
  execFileSync(process.execPath, ['config/build.mjs', 'emulator'], { cwd: PROJECT })
}

/** Bundles `probe`, `outer` and the test functions that have a config, as a deployment would, into a new folder. */
export function buildFunctions(configs: Record<string, object> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'))
  for (const name of new Set(['probe', 'outer', ...Object.keys(configs)])) {
    const flags = [
      '--bundle',
      '--platform=node',
      '--target=node18',
      `--outfile=${join(folder, name, 'index.js')}`,
    ]
    execFileSync(join(PROJECT, 'node_modules/esbuild/bin/esbuild'), [
      join(__dirname, 'functions', name, 'index.ts'),
      '--log-level=error',
      ...flags,
    ])
    writeFileSync(join(folder, name, 'config.json'), JSON.stringify(configs[name] ?? {}))
  }
  return folder
}

/** A new folder under the system's temporary one. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'silver-station-'))
}
