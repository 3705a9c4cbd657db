import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Clock, Runner } from '../parts'
import { instanceVariables, invocationVariables, LOCAL_ENV, type Variables } from './environment'
import { FunctionFailure } from './function-failure'
import type { Invocations } from './invocations'
import type { FunctionContext } from './messages'
import { shiftedDate } from './shifted-date'

/** A cloud function's module. */
export interface FunctionModule {
  main(event: unknown, context: FunctionContext): unknown
}

interface InProcessRunnerOptions {
  /** The functions by name; each is loaded at its first call. */
  functions: Record<string, () => FunctionModule | Promise<FunctionModule>>
  endpoint: () => string
  clock: Clock
  invocations: Invocations
  variables?: Variables
  /** openapi names that any function may call; all that config.json permits, for tests. */
  openapi?: string[]
  /** Hears what a function threw, which its caller only sees as INTERNAL. */
  onFailure?: (failure: FunctionFailure) => void
}

interface Running {
  variables: Record<string, string | undefined>
  clock: Clock
}

const running = new AsyncLocalStorage<Running>()

/**
 * Runs functions in this process, for tests that want breakpoints, coverage and speed. Each invocation sees its own
 * `process.env` and the emulator's time, however many overlap; there is no time limit, memory cap or egress guard.
 */
export function inProcessRunner(options: InProcessRunnerOptions): Runner {
  giveEachInvocationItsOwnWorld()
  const base = () => instanceVariables(options.endpoint(), options.variables)

  return {
    has: (name) => Object.hasOwn(options.functions, name),
    invoke: async (name, event, caller) => {
      const requestId = randomUUID()
      const load = Object.hasOwn(options.functions, name) ? options.functions[name] : undefined
      if (!load) throw new FunctionFailure('FUNCTION_NOT_FOUND', `no function ${name}`, requestId)

      const invocation = { ...caller, functionName: name, requestId, openapi: options.openapi ?? [] }
      const token = options.invocations.begin(invocation)
      const variables = Object.assign(Object.create(null), base(), invocationVariables(caller, token))
      const eventJson = JSON.stringify(event ?? {})
      try {
        return await running.run({ variables, clock: options.clock }, async () => {
          const { main } = await load()
          const reply = await main(JSON.parse(eventJson), contextOf(name, requestId))
          return JSON.parse(JSON.stringify(reply) ?? 'null')
        })
      } catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
        const failure = new FunctionFailure('FUNCTIONS_EXECUTE_FAIL', text, requestId)
        options.onFailure?.(failure)
        throw failure
      } finally {
        options.invocations.end(token)
      }
    },
    close: async () => {},
  }
}

function contextOf(name: string, requestId: string): FunctionContext {
  return {
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: LOCAL_ENV,
    memory_limit_in_mb: 256,
    time_limit_in_ms: 60_000,
  }
}

let isPrepared = false

/** Outside an invocation, `process.env` and `Date` stay what they were. */
function giveEachInvocationItsOwnWorld(): void {
  if (isPrepared) return
  isPrepared = true

  // The SDK reads some thirty variables a call, so this is short and looks twice at nothing.
  const variable = (env: NodeJS.ProcessEnv, name: string) => {
    const variables = running.getStore()?.variables
    return variables !== undefined && name in variables ? variables[name] : env[name]
  }
  process.env = new Proxy(process.env, {
    get: (env, name) => (typeof name === 'string' ? variable(env, name) : Reflect.get(env, name)),
    has: (env, name) =>
      typeof name === 'string' ? variable(env, name) !== undefined : Reflect.has(env, name),
  })
  globalThis.Date = shiftedDate(Date, () => running.getStore()?.clock.offset() ?? 0)
}
