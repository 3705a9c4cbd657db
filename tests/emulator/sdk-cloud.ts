import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClock } from '../../emulator/clock'
import { createEngine } from '../../emulator/engine/engine'
import type { CollectionSpec, Store } from '../../emulator/parts'
import { memoryStore } from '../../emulator/store/memory'
import { createGateway, type GatewayParts } from '../../emulator/wire/gateway'

// The SDK's own typings are behind its code (no transactions, unions with void), so the tests see what it really answers.
// biome-ignore lint/suspicious/noExplicitAny: the answers of the SDK are what is tested
type Sdk = any

export interface CloudOptions
  extends Partial<Pick<GatewayParts, 'runner' | 'callerOf' | 'crash' | 'templates' | 'latency'>> {
  collections?: Record<string, Partial<CollectionSpec>>
  store?: Store
  /** Mixes documents that no order tells apart. */
  ties?: number
  /** Milliseconds after which the SDK gives a call up; on a busy machine even a short answer may take a second. */
  timeout?: number
}

/** A gateway on a free port with the real wx-server-sdk pointed at it, by environment variables alone. */
export async function aCloud({
  collections = { things: {} },
  store = memoryStore(),
  timeout = 30_000,
  ties,
  ...parts
}: CloudOptions = {}) {
  const clock = createClock()
  const declared = Object.fromEntries(
    Object.entries(collections).map(([name, spec]) => [name, { indexes: [], ...spec }]),
  )
  const engine = await createEngine({ store, clock, collections: declared, ties })
  const gateway = createGateway({
    engine,
    clock,
    runner: parts.runner ?? { invoke: async () => null },
    callerOf: parts.callerOf ?? (() => undefined),
    crash: parts.crash ?? (() => {}),
    templates: parts.templates,
    latency: parts.latency,
  })
  const server = createServer((req, res) => void gateway.handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({
      URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`,
    }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-1',
    TCB_ENV: 'local-1',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SILENCE: 'true',
    WX_CONTEXT_KEYS: 'WX_API_TOKEN',
    WX_API_TOKEN: 'token-1',
  })
  const sdk: Sdk = require('wx-server-sdk')
  sdk.init({ env: 'local-1', timeout })
  const db: Sdk = sdk.database()

  const close = async () => {
    await engine.reset()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await store.close()
  }
  return { sdk, db, _: db.command, $: db.command.aggregate, clock, engine, gateway, close }
}

export type TestCloud = Awaited<ReturnType<typeof aCloud>>

/** What a call was refused with; fails the test when it was not refused. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ errCode: number; errMsg: string; code?: string }> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error) => ({ error }),
  )
  if ('value' in outcome) throw new Error(`expected a refusal, got ${JSON.stringify(outcome.value)}`)
  return outcome.error
}
