import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a function's `config.json` says about it. Times in seconds. */
interface FunctionConfig {
  timeout: number
  memoryMb: number
  openapi: string[]
  /** As stated, unread. */
  triggers: unknown
}

/** A built function: its bundle and its config. */
export interface BuiltFunction {
  name: string
  file: string
  config: FunctionConfig
}

// What the platform gives a function that asks for nothing.
const DEFAULT_TIMEOUT = 3
const LONGEST_TIMEOUT = 60
const DEFAULT_MEMORY_MB = 256

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/

/** Finds a function in the folder of built functions; undefined when there is none of that name. */
export function findFunction(folder: string, name: string): BuiltFunction | undefined {
  if (!NAME.test(name)) return undefined
  const file = join(folder, name, 'index.js')
  if (!existsSync(file)) return undefined
  return { name, file, config: readConfig(join(folder, name, 'config.json')) }
}

function readConfig(file: string): FunctionConfig {
  const stated = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return {
    timeout: Math.min(stated.timeout ?? DEFAULT_TIMEOUT, LONGEST_TIMEOUT),
    memoryMb: stated.memorySize ?? DEFAULT_MEMORY_MB,
    openapi: stated.permissions?.openapi ?? [],
    triggers: stated.triggers ?? [],
  }
}
