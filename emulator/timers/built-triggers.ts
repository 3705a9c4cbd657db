import { existsSync, readdirSync } from 'node:fs'
import { z } from 'zod'
import type { Trigger } from '../parts'
import { findFunction } from '../runner/functions-folder'
import { StartFailure } from '../start-failure'

// The platform takes one trigger a function, and only timers.
const stated = z
  .array(
    z.object({
      name: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/),
      type: z.literal('timer'),
      config: z.string(),
    }),
  )
  .max(1)

/**
 * The triggers that the built functions' config.json state.
 * @throws StartFailure for one that the platform would not take
 */
export function builtTriggers(functionsDir: string): Trigger[] {
  if (!existsSync(functionsDir)) return []
  return readdirSync(functionsDir).flatMap((functionName) => {
    const triggers = stated.safeParse(triggersIn(functionsDir, functionName))
    if (triggers.success) return triggers.data.map(({ name, config }) => ({ functionName, name, config }))
    throw new StartFailure(
      `云函数 ${functionName} 的 config.json 里 triggers 无法识别：只能有一个，写作 { "name", "type": "timer", "config" }。`,
    )
  })
}

function triggersIn(functionsDir: string, functionName: string): unknown {
  try {
    return findFunction(functionsDir, functionName)?.config.triggers ?? []
  } catch (error) {
    throw new StartFailure(
      `云函数 ${functionName} 的 config.json 无法读取：${error instanceof Error ? error.message : error}`,
    )
  }
}
