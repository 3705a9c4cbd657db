import { connect } from 'node:net'
import type { Emulator } from '../../../emulator/emulator'
import type { Store } from '../../../emulator/parts'
import { lmdbStore } from '../../../emulator/store/lmdb'
import { memoryStore } from '../../../emulator/store/memory'
import { temporaryFolder } from '../built-functions'
import { anEmulator, type StorageSdk, sdkAt, storedFiles, upload } from '../wire/storage-sdk'
import { rawRequest } from './raw-request'

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')
const TEXT = 'text/plain; charset=utf-8'
const MB = 1024 * 1024

let emulator: Emulator
let sdk: StorageSdk
/** Who waits for the emulator to report an error. */
const noticing: (() => void)[] = []
beforeAll(async () => {
  emulator = await anEmulator(memoryStore(), () => noticing.shift()?.())
  sdk = sdkAt(emulator.url)
})
beforeEach(() => emulator.reset({ demo: false }))
afterAll(() => emulator.close())

/** A path on which phones may write. */
const at = (name: string) => `applications/e-wang/${name}.jpg`
const put = (path: string, body: BodyInit, openid?: string) => upload(emulator.url, path, { body, openid })
const open = async (fileID: string, method = 'GET') => {
  const { fileList } = await sdk.getTempFileURL({ fileList: [fileID] })
  return fetch(fileList[0]?.tempFileURL ?? '', { method })
}

describe('PUT /storage/<path>', () => {
  it('takes a phone’s file and remembers whose it is', async () => {
    const { status, json } = await put(at('1'), JPEG, 'o-wang')

    expect([status, json]).toEqual([
      200,
      { ok: true, fileID: 'cloud://local-1.6c6f-local-1-1250000000/applications/e-wang/1.jpg' },
    ])
    expect(Buffer.from(await (await open(json.fileID)).arrayBuffer())).toEqual(JPEG)
    expect(await storedFiles(emulator.url)).toEqual([
      { path: at('1'), size: 10, type: 'image/jpeg', creator: 'o-wang' },
    ])
  })

  it('takes a path that was encoded for the address', async () => {
    expect((await put(encodeURIComponent(at('b')), 'x', 'o-wang')).status).toBe(200)
    expect(await storedFiles(emulator.url)).toMatchObject([{ path: at('b') }])
  })

  it.each([
    'papers/e-wang/1.jpg',
    'papers/new.jpg',
    encodeURIComponent('papers/new.jpg'),
    'a.txt',
    'applications/1.jpg',
    'applications/e-wang/1.html',
    'applications/e-wang/1/2.jpg',
    'settlements/2026-11.xlsx',
  ])('lets no phone write where functions write, or where no place is given out: %s', async (path) => {
    await sdk.uploadFile({ cloudPath: 'papers/e-wang/1.jpg', fileContent: JPEG })
    expect(await put(path, 'x', 'o-wang')).toEqual({ status: 403, json: { ok: false, code: 'FORBIDDEN' } })
    expect((await fetch(`${emulator.url}/storage/papers/e-wang/1.jpg`)).status).toBe(403)
    expect(await storedFiles(emulator.url)).toMatchObject([{ path: 'papers/e-wang/1.jpg', creator: null }])
  })

  it('takes photos of dishes, and keeps those that are shown from phones', async () => {
    expect((await put('kitchens/k-one/photo-001.jpg', JPEG, 'o-cook')).status).toBe(200)
    expect((await fetch(`${emulator.url}/storage/kitchens/k-one/photo-001.jpg`)).status).toBe(403)
    expect((await fetch(`${emulator.url}/storage/dishes/k-one/1.jpg`)).status).toBe(404)
    await sdk.uploadFile({ cloudPath: 'dishes/k-one/1.jpg', fileContent: JPEG })
    const shown = await fetch(`${emulator.url}/storage/dishes/k-one/1.jpg`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await put('dishes/k-one/1.jpg', 'x', 'o-cook')).status).toBe(403)
  })

  it('lets only the creator write again', async () => {
    const { json } = await put(at('a'), 'first', 'o-wang')
    expect((await put(at('a'), 'second', 'o-wang')).status).toBe(200)
    expect(await put(at('a'), 'stolen', 'o-thief')).toEqual({
      status: 403,
      json: { ok: false, code: 'FORBIDDEN' },
    })
    expect(await (await open(json.fileID)).text()).toBe('second')
  })

  it('keeps what a function wrote from every phone, also from who wrote there before', async () => {
    await put(at('a'), 'hers', 'o-wang')
    await sdk.uploadFile({ cloudPath: at('a'), fileContent: Buffer.from('approved') })
    expect((await put(at('a'), 'swapped', 'o-wang')).status).toBe(403)
    expect(await storedFiles(emulator.url)).toMatchObject([{ size: 8, creator: null }])
  })

  it('lets one of ten phones have a path for which they race', async () => {
    const phones = Array.from({ length: 10 }, (_, i) => `o-phone-${i}`)
    const replies = await Promise.all(phones.map((openid) => put(at('a'), openid, openid)))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ status }) => status === 403)).toHaveLength(9)
  })

  it('refuses who is not signed in, or by no openid', async () => {
    const refused = { ok: false, code: 'NOT_SIGNED_IN' }
    expect(await put(at('a'), 'x')).toEqual({ status: 401, json: refused })
    expect(await put(at('a'), 'x', '')).toEqual({ status: 401, json: refused })
    expect(await put(at('a'), 'x', '123')).toMatchObject({ status: 400, json: { code: 'BAD_INPUT' } })
    expect(await storedFiles(emulator.url)).toEqual([])
  })

  it.each([
    '',
    'a/',
    '/a',
    'a//b',
    'a/../b',
    'a/%2e%2e/b',
    'a%2F..%2Fb',
    'a/./b',
    'a..b',
    'a%20b',
    'a%00',
    'a%5Cb',
    'a%',
    '%E5%9B%BE.png',
    "a'b",
    'x'.repeat(851),
  ])('takes no file called %j', async (path) => {
    const headers = { 'x-wx-openid': 'o-wang' }
    const reply = await rawRequest(emulator.port, `/storage/${path}`, { method: 'PUT', body: 'x', headers })
    expect([reply.status, reply.json]).toEqual([
      400,
      { ok: false, code: 'BAD_INPUT', detail: { path: 'malformed' } },
    ])
    expect(await storedFiles(emulator.url)).toEqual([])
  })

  it('takes 10 MB and not a byte more', async () => {
    expect((await put(at('most'), Buffer.alloc(10 * MB), 'o-wang')).status).toBe(200)
    expect(await put(at('more'), Buffer.alloc(10 * MB + 1), 'o-wang')).toEqual({
      status: 413,
      json: { ok: false, code: 'BAD_INPUT', detail: { body: 'tooLarge', largestBody: 10 * MB } },
    })
    expect(await storedFiles(emulator.url)).toMatchObject([{ path: at('most'), size: 10 * MB }])
  })

  it('keeps nothing of a file that did not arrive whole', async () => {
    await put(at('a'), 'whole', 'o-wang')
    for (const path of [at('a'), at('b')]) await sendHalf(emulator.port, path)
    expect(await storedFiles(emulator.url)).toMatchObject([{ path: at('a'), size: 5 }])
  })

  it('is closed to web pages of other sites', async () => {
    const headers = { 'x-wx-openid': 'o-wang', origin: 'https://evil.example' }
    const reply = await rawRequest(emulator.port, '/storage/a', { method: 'PUT', body: 'x', headers })
    expect([reply.status, reply.json]).toEqual([403, { error: 'FOREIGN_ORIGIN' }])
  })

  it.each(['PUT', 'GET'])('is closed to a page that reaches it under another name: %s', async (method) => {
    const headers = { 'x-wx-openid': 'o-wang', host: 'evil.example' }
    const reply = await rawRequest(emulator.port, '/storage/a', { method, headers })
    expect([reply.status, reply.json]).toEqual([403, { error: 'LOOPBACK_ONLY' }])
  })

  it('knows no other methods', async () => {
    const reply = await rawRequest(emulator.port, '/storage/a', { method: 'DELETE' })
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD, PUT'])
  })
})

/** Announces a file, sends a part of it and hangs up; resolves when the emulator has noticed. */
async function sendHalf(port: number, path: string): Promise<void> {
  const noticed = new Promise<void>((resolve) => noticing.push(resolve))
  const socket = connect(port, '127.0.0.1')
  const head = `PUT /storage/${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nx-wx-openid: o-wang\r\nContent-Length: 9\r\n\r\n`
  socket.write(`${head}half`, () => socket.destroy())
  await noticed
}

describe('GET /storage/<path>', () => {
  const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8 ')
  const png = Buffer.from('89504e470d0a1a0a', 'hex')
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

  it.each([
    ['a.jpg', JPEG, 'image/jpeg', 'inline'],
    ['a.html', png, 'image/png', 'inline'],
    ['a', webp, 'image/webp', 'inline'],
    ['d/a.bin', Buffer.from('%PDF-1.7'), 'application/pdf', 'attachment; filename="a.bin"'],
    ['a.xlsx', Buffer.from('PK\x03\x04'), xlsx, 'attachment; filename="a.xlsx"'],
    ['a.zip', Buffer.from('PK\x03\x04'), 'application/octet-stream', 'attachment; filename="a.zip"'],
    ['a.csv', Buffer.from('a,b'), 'text/csv; charset=utf-8', 'attachment; filename="a.csv"'],
    ['a.txt', Buffer.from('<script>'), TEXT, 'attachment; filename="a.txt"'],
    ['a.jpg', Buffer.from('<script>'), 'application/octet-stream', 'attachment; filename="a.jpg"'],
    ['a.svg', Buffer.from('<svg>'), 'application/octet-stream', 'attachment; filename="a.svg"'],
  ])('sends %s by what is in it', async (path, content, type, disposition) => {
    const { fileID } = await sdk.uploadFile({ cloudPath: path, fileContent: content })
    const { status, headers } = await open(fileID)

    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      200,
      type,
      disposition,
    ])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe('sandbox')
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  it('answers HEAD with the size alone', async () => {
    const { json } = await put(at('a'), JPEG, 'o-wang')
    const reply = await open(json.fileID, 'HEAD')
    expect([reply.status, reply.headers.get('content-length'), await reply.text()]).toEqual([200, '10', ''])
  })

  it('does not tell without a sign whether there is a file', async () => {
    await put(at('a'), JPEG, 'o-wang')
    for (const path of [
      at('a'),
      'none',
      '..%2f',
      `${at('a')}?sign=&t=`,
      `${at('a')}?sign=${'0'.repeat(64)}&t=1`,
    ]) {
      const { status, json } = await rawRequest(emulator.port, `/storage/${path}`)
      expect([path, status, json]).toEqual([path, 403, { error: 'SIGN_REFUSED' }])
    }
  })
})

describe('a restart', () => {
  let running: Emulator
  const start = async (store: Store) => {
    running = await anEmulator(store)
    return sdkAt(running.url)
  }
  const restart = async (store: () => Store) => {
    await running.close()
    return start(store())
  }
  afterEach(async () => {
    await running.close()
    sdk = sdkAt(emulator.url)
  })

  it('keeps bytes, types and creators in a data folder', async () => {
    const data = temporaryFolder()
    const before = await start(lmdbStore(data))
    await upload(running.url, at('kept'), { body: JPEG, openid: 'o-wang' })
    const gone = await upload(running.url, at('gone'), { body: JPEG, openid: 'o-wang' })
    const { fileID } = await before.uploadFile({ cloudPath: 'd/a.txt', fileContent: Buffer.from('粥') })
    await before.deleteFile({ fileList: [gone.json.fileID] })

    const after = await restart(() => lmdbStore(data))
    expect(await storedFiles(running.url)).toEqual([
      { path: at('kept'), size: 10, type: 'image/jpeg', creator: 'o-wang' },
      { path: 'd/a.txt', size: 3, type: TEXT, creator: null },
    ])
    expect((await after.downloadFile({ fileID })).fileContent.toString()).toBe('粥')
    expect((await upload(running.url, at('kept'), { body: 'x', openid: 'o-thief' })).status).toBe(403)

    await fetch(`${running.url}/__emulator/reset`, { method: 'POST' })
    expect(await storedFiles(running.url)).toEqual([])
    await restart(() => lmdbStore(data))
    expect(await storedFiles(running.url)).toEqual([])
  })

  it('lets one of ten phones have a path in a data folder too', async () => {
    await start(lmdbStore(temporaryFolder()))
    const phones = Array.from({ length: 10 }, (_, i) => `o-phone-${i}`)
    const replies = await Promise.all(
      phones.map((openid) => upload(running.url, at('a'), { body: openid, openid })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(403)])
  })

  it('forgets files that were in memory only', async () => {
    await start(memoryStore())
    await upload(running.url, at('a'), { body: JPEG, openid: 'o-wang' })
    await restart(memoryStore)
    expect(await storedFiles(running.url)).toEqual([])
  })
})
