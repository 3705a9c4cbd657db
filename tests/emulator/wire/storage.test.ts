import { createReadStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Emulator, startEmulator } from '../../../emulator/emulator'
import { workerRunner } from '../../../emulator/runner/worker-runner'
import { memoryStore } from '../../../emulator/store/memory'
import { buildEmulator, buildFunctions, temporaryFolder, WORKER_FILE } from '../built-functions'
import { refusal } from '../sdk-cloud'
import { anEmulator, type StorageSdk, sdkAt, storedFiles, upload } from './storage-sdk'

const ID = 'cloud://local-1.6c6f-local-1-1250000000/'
const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex')
const MISSING = { status: -503003, errMsg: 'storage file not exists' }

let emulator: Emulator
let sdk: StorageSdk
beforeAll(async () => {
  emulator = await anEmulator(memoryStore())
  sdk = sdkAt(emulator.url)
})
beforeEach(async () => {
  emulator.clock.set(new Date('2026-03-01T02:00:00Z'))
  await emulator.reset({ demo: false })
})
afterAll(() => emulator.close())

const save = async (cloudPath: string, fileContent: unknown = PNG) =>
  (await sdk.uploadFile({ cloudPath, fileContent })).fileID
const addressOf = async (file: string | { fileID: string; maxAge: number }) =>
  (await sdk.getTempFileURL({ fileList: [file] })).fileList[0]?.tempFileURL ?? ''
const statusOf = async (address: string) => (await fetch(address)).status
const later = (seconds: number) =>
  emulator.clock.set(new Date(emulator.clock.now().getTime() + seconds * 1000))

describe('uploadFile and downloadFile', () => {
  it('give back what was written, byte for byte', async () => {
    const content = Buffer.from(Array.from({ length: 100_000 }, (_, i) => i % 256))
    const fileID = await save('photos/2026/a-b_c.1.png', content)

    expect(fileID).toBe(`${ID}photos/2026/a-b_c.1.png`)
    const { fileContent, statusCode } = await sdk.downloadFile({ fileID })
    expect(statusCode).toBe(200)
    expect(fileContent.equals(content)).toBe(true)
  })

  it('take a stream, and a file without content', async () => {
    const file = join(temporaryFolder(), 'menu.csv')
    writeFileSync(file, '粥,300')
    const streamed = await save('menu.csv', createReadStream(file))
    const empty = await save('empty', Buffer.alloc(0))

    expect((await sdk.downloadFile({ fileID: streamed })).fileContent.toString()).toBe('粥,300')
    expect((await sdk.downloadFile({ fileID: empty })).fileContent).toHaveLength(0)
  })

  it('write as the administrator, over anybody’s file', async () => {
    const path = 'applications/e-wang/a.jpg'
    await upload(emulator.url, path, { body: 'hers', openid: 'o-wang' })
    const fileID = await save(path, Buffer.from('ours'))

    expect((await sdk.downloadFile({ fileID })).fileContent.toString()).toBe('ours')
    expect(await storedFiles(emulator.url)).toEqual([
      { path, size: 4, type: 'application/octet-stream', creator: null },
    ])
  })

  it.each([
    '',
    '/a',
    'a/',
    'a//b',
    '../a',
    'a/../b',
    'a/./b',
    'a..b',
    '图.png',
    'a b',
    'a?b',
    'x'.repeat(851),
  ])('take no file called %j', async (cloudPath) => {
    expect((await refusal(save(cloudPath))).code).toBe('INVALID_PARAM')
    expect(await storedFiles(emulator.url)).toEqual([])
  })

  it('take 10 MB and not a byte more', async () => {
    await save('most', Buffer.alloc(10 * 1024 * 1024))
    const { code, errMsg } = await refusal(save('more', Buffer.alloc(10 * 1024 * 1024 + 1)))
    expect([code, errMsg]).toEqual(['STORAGE_REQUEST_FAIL', expect.stringContaining('EntityTooLarge')])
    expect(await storedFiles(emulator.url)).toMatchObject([{ path: 'most' }])
  })

  it('refuse what is not there', async () => {
    expect(await refusal(sdk.downloadFile({ fileID: `${ID}none` }))).toMatchObject({
      code: 'STORAGE_FILE_NONEXIST',
      errMsg: 'downloadFile:fail storage file not exists',
    })
  })
})

describe('getTempFileURL', () => {
  it('answers each file by itself, those that are missing too', async () => {
    const fileID = await save('a.png')
    const strange = ['cloud://other.bucket/a.png', 'a.png']
    const { fileList } = await sdk.getTempFileURL({ fileList: [fileID, `${ID}none`, ...strange] })

    expect(fileList).toEqual([
      {
        fileID,
        status: 0,
        errMsg: 'ok',
        maxAge: 86_400,
        tempFileURL: expect.stringMatching(
          /^http:\/\/127\.0\.0\.1:\d+\/storage\/a\.png\?sign=[0-9a-f]{64}&t=\d+$/,
        ),
      },
      ...[`${ID}none`, ...strange].map((missing) => ({ ...MISSING, fileID: missing, tempFileURL: '' })),
    ])
  })

  it('gives addresses that count for maxAge seconds, a day when none is said, never more', async () => {
    const fileID = await save('a.png')
    const minute = await addressOf({ fileID, maxAge: 60 })
    const day = await addressOf(fileID)
    const week = await addressOf({ fileID, maxAge: 7 * 86_400 })

    later(59)
    expect(await statusOf(minute)).toBe(200)
    later(1)
    expect(await statusOf(minute)).toBe(403)
    later(86_400 - 60 - 1)
    expect([await statusOf(day), await statusOf(week)]).toEqual([200, 200])
    later(1)
    expect([await statusOf(day), await statusOf(week)]).toEqual([403, 403])
  })

  it('gives addresses that open this file only, and only until a reset', async () => {
    const address = await addressOf(await save('a.png'))
    await save('b.png')
    const { searchParams } = new URL(address)
    const sign = String(searchParams.get('sign'))

    const forged = [
      address.replace('a.png', 'b.png'),
      address.replace('a.png', 'none.png'),
      address.replace(/t=\d+/, 't=9999999999999'),
      address.replace(sign, '0'.repeat(64)),
      address.replace(sign, sign.slice(1)),
      address.replace(/\?.*/, ''),
      address.replace(/&t=\d+/, ''),
    ]
    expect(await Promise.all([address, ...forged].map(statusOf))).toEqual([200, ...forged.map(() => 403)])

    await emulator.reset({ demo: false })
    await save('a.png')
    expect(await statusOf(address)).toBe(403)
  })

  it('takes 50 files at once at most', async () => {
    const fileList = Array.from({ length: 51 }, () => `${ID}none`)
    expect((await refusal(sdk.getTempFileURL({ fileList }))).code).toBe('INVALID_PARAM')
    expect((await sdk.getTempFileURL({ fileList: fileList.slice(1) })).fileList).toHaveLength(50)
  })
})

describe('deleteFile', () => {
  it('removes what is there and tells what is not', async () => {
    const fileID = await save('a.png')
    const address = await addressOf(fileID)
    const fileList = [fileID, fileID, `${ID}none`, 'none']

    expect((await sdk.deleteFile({ fileList })).fileList).toEqual([
      { fileID, status: 0, errMsg: 'ok' },
      ...fileList.slice(1).map((missing) => ({ ...MISSING, fileID: missing })),
    ])
    expect(await statusOf(address)).toBe(404)
    expect(await storedFiles(emulator.url)).toEqual([])
  })

  it('takes 50 files at once at most', async () => {
    const fileList = Array.from({ length: 51 }, () => `${ID}none`)
    expect((await refusal(sdk.deleteFile({ fileList }))).code).toBe('INVALID_PARAM')
  })
})

describe('the address for uploads', () => {
  const put = (address: string, authorization: string) =>
    fetch(address, { method: 'PUT', body: 'x', headers: { authorization } })
  const metadata = async (path: string) => {
    const body = JSON.stringify({ action: 'storage.getUploadMetadata', path })
    const reply = await fetch(`${emulator.url}/admin`, { method: 'POST', body })
    return (await reply.json()).data as { url: string; authorization: string }
  }

  it('opens for the file that was announced, for a quarter of an hour', async () => {
    const { url, authorization } = await metadata('a.txt')
    const reading = new URL(await addressOf(await save('b.txt'))).search.slice(1)

    expect((await put(url.replace('a.txt', 'c.txt'), authorization)).status).toBe(403)
    expect((await put(url.replace('a.txt', 'b.txt'), reading)).status).toBe(403)
    expect((await put(url, '')).status).toBe(403)
    expect((await put(url, authorization)).status).toBe(200)
    later(15 * 60)
    expect(await (await put(url, authorization)).text()).toMatch(/<Code>AccessDenied<\/Code>/)
  })

  it('is closed to web pages of other sites', async () => {
    const { url, authorization } = await metadata('a.txt')
    const headers = { authorization, origin: 'https://evil.example' }
    expect((await fetch(url, { method: 'PUT', body: 'x', headers })).status).toBe(403)
    expect(await storedFiles(emulator.url)).toEqual([])
  })
})

describe('faults and counts', () => {
  it('strike storage where they name it, and only there', async () => {
    const fileID = await save('a.png')
    emulator.gateway.faults.set([{ kind: 'http500' }])
    expect(await statusOf(await addressOf(fileID))).toBe(200)

    emulator.gateway.faults.set([{ kind: 'timeout', action: 'storage.batchDeleteFile', when: 'after' }])
    await refusal(sdk.deleteFile({ fileList: [fileID] }))
    expect(await storedFiles(emulator.url)).toEqual([])
  })

  it('count storage apart from the database', async () => {
    emulator.gateway.counts.reset()
    await sdk.downloadFile({ fileID: await save('a.png') })

    expect(emulator.gateway.counts.all()).toEqual({
      'storage.getUploadMetadata': 1,
      'storage.batchGetDownloadUrl': 1,
    })
    expect(emulator.gateway.counts.total('database.')).toBe(0)
  })
})

describe('a function in its worker', () => {
  let cloud: Emulator
  beforeAll(async () => {
    buildEmulator()
    const functionsDir = buildFunctions({ files: { timeout: 10 } })
    cloud = await startEmulator({
      store: memoryStore(),
      collections: {},
      runner: (parts) => workerRunner({ ...parts, functionsDir, workerFile: WORKER_FILE }),
    })
  })
  afterAll(() => cloud.close())

  it('reaches storage through the unmodified SDK', async () => {
    const caller = { openid: 'o-wang', source: 'wx_client' }
    const reply = await cloud.runner.invoke('files', { text: '粥' }, caller)
    expect(reply).toEqual({ fileID: `${ID}notes/a.txt`, text: '粥', status: 0 })
  })
})
