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

/** A file that is written again and again, and the last version of it that was promised. */
interface Written {
  path: string
  promised: number
}

/** Writes the file until the emulator is gone. */
async function writeUntilGone({ child, url }: Program, file: Written): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      const body = new Uint8Array(contentOf(file.path, file.promised + 1))
      const { status } = await upload(url, file.path, { body, openid: 'o-wang' })
      if (status !== 200) return
      file.promised += 1
    } catch {
      return // the kill: this one was not promised
    }
  }
}

/** However slow the machine is, a kill meets files that have been written. */
async function waitForTwoMore(files: readonly Written[]): Promise<void> {
  const wanted = files.map(({ promised }) => promised + 2)
  for (const deadline = Date.now() + 30_000; files.some(({ promised }, w) => promised < (wanted[w] ?? 0)); ) {
    if (Date.now() > deadline) throw new Error('no file was written')
    await pause(1)
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
      const files: Written[] = Array.from({ length: WRITERS }, (_, w) => ({
        path: `applications/e-wang/${w}.jpg`,
        promised: 0,
      }))
      let emulator = await start(data)

      for (let kill = 0; kill < KILLS; kill++) {
        const writing = files.map((file) => writeUntilGone(emulator, file))
        await waitForTwoMore(files)
        await pause(Math.random() * 300)
        emulator.child.kill('SIGKILL')
        await Promise.all([...writing, emulator.ended])

        emulator = await start(data)
        const sdk = sdkAt(emulator.url)
        expect(await storedFiles(emulator.url)).toHaveLength(WRITERS)
        for (const file of files) {
          const version = await versionOf(sdk, file.path)
          // What was on its way at the kill may be there too: its promise was on its way back.
          expect([file.promised, file.promised + 1]).toContain(version)
          file.promised = version
        }
      }
      expect(Math.min(...files.map(({ promised }) => promised))).toBeGreaterThan(KILLS)
    },
    60_000 + KILLS * 5_000,
  )
})

/** The moment of the kill is what is random here; it waits for nothing. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
