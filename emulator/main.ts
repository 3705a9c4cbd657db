/** The program behind `npm start`: reads the options, starts the emulator with the demo district, serves until it is stopped. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type MessageTemplates, templatesOf } from '#types/templates'
import { requireKeys } from '../cloudfunctions/_shell/secrets'
import { takeDataFolder } from './data-folder'
import { livedUntil } from './demo/life/life'
import { districtDocuments } from './district/district'
import { BadDistrict, readDistrict } from './district/read'
import type { District } from './district/shapes'
import { type Emulator, type EmulatorOptions, startEmulator } from './emulator'
import { functionVariables } from './function-variables'
import { badKeyWords } from './key-words'
import { demoIn, readOptions } from './options'
import type { Store } from './parts'
import type { Variables } from './runner/environment'
import { proveSdkReachesUs } from './runner/prove-sdk'
import { type FunctionLog, workerRunner } from './runner/worker-runner'
import { StartFailure } from './start-failure'
import { lmdbStore } from './store/lmdb'
import { isDamaged } from './store/lmdb-damage'
import { memoryStore } from './store/memory'
import { isOfBatch, NotStored } from './store/not-stored'
import { templateVariables } from './template-variables'
import { builtTriggers } from './timers/built-triggers'

// The cloud runs on UTC; whoever forgets to ask for local time must see it here too.
process.env.TZ = 'UTC'

const BUILT = __dirname
const PROJECT = resolve(BUILT, '../..')
const WORKER_FILE = join(BUILT, 'worker.js')

async function main(args: string[]): Promise<void> {
  const {
    port,
    data,
    memory,
    empty,
    functions,
    district: folder,
    latency,
    instances,
    sockets,
  } = readOptions(args, PROJECT)
  const district = read(folder)
  const named = templateVariables(process.env)
  const templates = readTemplates(named)
  const variables = { ...functionVariables(process.env), ...named }
  takeKeys(variables)
  const runnerOf =
    (most?: number): EmulatorOptions['runner'] =>
    (parts) =>
      workerRunner({
        ...parts,
        gateway: sockets ? undefined : parts.gateway,
        functionsDir: functions,
        workerFile: WORKER_FILE,
        variables,
        instances: most,
        onLog: printLog,
      })
  const collections = JSON.parse(readFileSync(join(PROJECT, 'cloudfunctions/collections.json'), 'utf8'))
  const photo = join(PROJECT, 'emulator/demo/papers/proof.jpg')
  const life = async (now: Date) => {
    console.log('演一遍小区这几天的事 …')
    try {
      return await livedUntil(now, {
        collections,
        templates,
        runner: runnerOf(1),
        photo: readFileSync(photo),
      })
    } catch (cause) {
      throw new StartFailure(
        `小区这几天的事没有演成：${cause instanceof Error ? cause.message : cause}。加上 --empty 可以从还没有人订餐的时候开始。`,
        { cause },
      )
    }
  }
  const emulator = await startEmulator({
    port,
    store: memory ? memoryStore() : await openStore(data, district.district.id),
    collections,
    templates,
    runner: runnerOf(instances),
    latency,
    triggers: builtTriggers(functions),
    demo: (now) => districtDocuments(district, now),
    life: empty || folder !== demoIn(PROJECT) ? undefined : life,
    visitorsAt: district.visitors.place,
    phones: district.phones,
    pushesAfter: 3000,
    folders: {
      app: join(PROJECT, 'dist/h5'),
      pictures: join(folder, 'pictures'),
      street: join(PROJECT, 'emulator/street'),
    },
    onError: console.error,
  })
  closeOnSignal(emulator)
  await proveSdk(emulator)
  await emulator.addDemo()
  console.log(`ready ${emulator.url}`)
}

/** The demo district seals with the keys with which the functions open. */
function takeKeys(variables: Variables): void {
  Object.assign(process.env, variables)
  try {
    requireKeys()
  } catch (error) {
    throw new StartFailure(`密钥不能用：${badKeyWords(error)}`)
  }
}

/** Both the functions and this cloud go by them, so that it is said here and once that they cannot be used. */
function readTemplates(variables: Variables): MessageTemplates {
  try {
    return templatesOf(variables)
  } catch (error) {
    throw new StartFailure(error instanceof Error ? error.message : String(error))
  }
}

function read(folder: string): District {
  try {
    return readDistrict(folder)
  } catch (error) {
    throw error instanceof BadDistrict ? new StartFailure(error.message) : error
  }
}

async function openStore(data: string, district: string): Promise<Store> {
  const folder = await takeDataFolder(data, district)
  process.on('exit', folder.release)
  if (isDamaged(join(folder.path, 'data.mdb')))
    throw new StartFailure(
      `数据目录 ${folder.path} 打不开：里面的 data.mdb 坏了。请用 --data 另选一个空的目录。`,
    )
  process.on('unhandledRejection', (error) => {
    if (!isOfBatch(error)) fail(error) // whoever waits for a batch is told
  })
  try {
    return lmdbStore(folder.path)
  } catch (error) {
    throw new StartFailure(
      `数据目录 ${folder.path} 打不开：${error instanceof Error ? error.message : error}`,
    )
  }
}

async function proveSdk({ runnerParts, gateway }: Emulator): Promise<void> {
  const runner = workerRunner({ ...runnerParts, functionsDir: BUILT, workerFile: WORKER_FILE })
  await proveSdkReachesUs(runner)
  await runner.close()
  gateway.counts.reset()
}

function closeOnSignal(emulator: Emulator): void {
  const stop = () => {
    process.on('SIGINT', () => process.exit(1)) // an impatient second Ctrl-C
    emulator.close().then(() => process.exit(0), fail)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function printLog({ functionName, requestId, level, text }: FunctionLog): void {
  console.error(`[${functionName} ${requestId?.slice(0, 8) ?? '-'}] ${level} ${text}`)
}

function fail(error: unknown): void {
  console.error(error instanceof StartFailure || error instanceof NotStored ? error.message : error)
  process.exit(1)
}

main(process.argv.slice(2)).catch(fail)
