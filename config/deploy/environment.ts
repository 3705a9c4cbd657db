import type { Cloud, HeldFunction } from './cloud'
import { DeployFailure } from './failure'

/** The product's functions by name. */
type HeldFunctions = Map<string, HeldFunction | null>

/** The oldest Node in which the bundles run. */
const OLDEST_NODE = 18

/**
 * Looks whether the product can live in the environment.
 * @returns its functions of these names as they are; null: not there yet
 * @throws DeployFailure when it cannot: there is no such environment, it is not in order, or its functions have no timers
 */
export async function surveyed(
  cloud: Cloud,
  envId: string,
  names: readonly string[],
): Promise<HeldFunctions> {
  const environment = await cloud.environment()
  if (environment?.EnvId !== envId)
    throw new DeployFailure(
      `没有找到环境 ${envId}。请在云开发控制台里看看环境 ID，也看看地域对不对（TCB_REGION，平时是上海）。`,
    )
  const { Status = 'NORMAL', Functions = [] } = environment
  if (Status !== 'NORMAL')
    throw new DeployFailure(
      `环境 ${envId} 现在不能用（${Status}）。请在云开发控制台里看看是不是欠费或者停用了。`,
    )
  if (Functions.some(({ Backend }) => Backend === 'cbf'))
    throw new DeployFailure(
      `环境 ${envId} 的云函数是第二版（云函数 V2）：它没有定时触发器，到时间没有人提醒、没有人清理，银龄驿不能用。请另建一个环境，云函数选第一版，再部署一次。`,
    )
  const functions: HeldFunctions = new Map()
  for (const name of names) functions.set(name, await cloud.function(name))
  for (const [name, held] of functions) requireNode(name, held)
  return functions
}

/** The runtime is chosen when a function is made, and never again. */
function requireNode(name: string, held: HeldFunction | null): void {
  const version = Number(/^Nodejs(\d+)/.exec(held?.runtime ?? '')?.[1])
  if (held && !(version >= OLDEST_NODE))
    throw new DeployFailure(
      `云函数 ${name} 的运行环境是 ${held.runtime}，太旧了，而且建好以后改不了。请在控制台里删掉 ${name}，再运行一次：会重新建好。删之前先把它的环境变量 FIELD_KEYS 和 DIGEST_KEYS 留好。`,
    )
}
