import { createHash } from 'node:crypto'
import { buildEmulator, buildFunctions, temporaryFolder } from '../built-functions'
import { type StorageSdk, sdkAt, storedFiles, upload } from '../wire/storage-sdk'
import { type Program, startProgram } from './program'

const KILLS = Number(process.env.KILLS ?? 5)
const WRITERS = 4
const ID = 'cloud://local-1.6c6f-local-1-1250000000/'

let functions: string
let program: Program | undefined

beforeAll(() => {
  buildEmulator()
  functions = buildFunctions()
})
afterAll(() => program?.child.kill('SIGKILL'))

const start = async (data: string): Promise<Program> => {
  program = await startProgram(['--functions', functions, '--data', data])
  return program
}

/** The one content that a file has in a version: up to a megabyte, of which no part is like another's. */
function contentOf(path: string, version: number): Buffer {
  const digest = createHash('sha512').update(`${path} ${version}`).digest()
  const head = Buffer.from(`${version}\n`)
  return Buffer.concat([head, ...Array.from({ length: 64 + (version % 16) * 1024 }, () => digest)])
}

/** Writes one file again and again until the emulator is gone; answers the last version that was promised. */
async function writeUntilGone({ child, url }: Program, path: string, version: number): Promise<number> {
  for (let promised = version; ; promised += 1) {
    if (child.exitCode !== null || child.signalCode !== null) return promised
    try {
      const body = new Uint8Array(contentOf(path, promised + 1))
      const { status } = await upload(url, path, { body, openid: 'o-wang' })
      if (status !== 200) throw new Error(`refused with ${status}`)
    } catch {
      return promised
    }
  }
}

const versionOf = async (sdk: StorageSdk, path: string): Promise<number> => {
  const { fileContent } = await sdk.downloadFile({ fileID: ID + path })
  const version = Number(fileContent.toString('latin1', 0, fileContent.indexOf('\n')))
  expect(fileContent.equals(contentOf(path, version))).toBe(true)
  return version
}

describe('SIGKILL while files are written', () => {
  it(
    `loses no file promised and leaves none half written, ${KILLS} times`,
    async () => {
      const data = temporaryFolder()
      const paths = Array.from({ length: WRITERS }, (_, w) => `photos/${w}.jpg`)
      let versions = paths.map(() => 0)
      let emulator = await start(data)

      for (let kill = 0; kill < KILLS; kill++) {
        const writing = paths.map((path, w) => writeUntilGone(emulator, path, versions[w] ?? 0))
        await pause(100 + Math.random() * 300)
        emulator.child.kill('SIGKILL')
        const promised = await Promise.all(writing)
        await emulator.ended

        emulator = await start(data)
        const sdk = sdkAt(emulator.url)
        expect(await storedFiles(emulator.url)).toHaveLength(WRITERS)
        versions = await Promise.all(paths.map((path) => versionOf(sdk, path)))
        // What was on its way at the kill may be there too: its promise was on its way back.
        for (const [w, version] of versions.entries())
          expect([promised[w], (promised[w] ?? 0) + 1]).toContain(version)
      }
      expect(Math.min(...versions)).toBeGreaterThan(KILLS)
    },
    60_000 + KILLS * 5_000,
  )
})

/** The moment of the kill is what is random here; it waits for nothing. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
