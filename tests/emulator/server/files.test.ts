import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Emulator, startEmulator } from '../../../emulator/emulator'
import { inProcessRunner } from '../../../emulator/runner/in-process-runner'
import { memoryStore } from '../../../emulator/store/memory'
import { temporaryFolder } from '../built-functions'
import { rawRequest } from './raw-request'

let emulator: Emulator

beforeAll(async () => {
  const root = temporaryFolder()
  const write = (name: string, text: string) => {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  write('secret.txt', 'a secret')
  write('app-more/secret.txt', 'a secret')
  write('app/index.html', '<title>银龄驿</title>')
  write('app/js/app.1a2b3c4d.js', 'hashed')
  write('app/.hidden', 'hidden')
  write('street/index.html', 'street')
  write('street/street.css', 'body {}')
  write('pictures/noodles.svg', '<svg/>')
  emulator = await startEmulator({
    store: memoryStore(),
    collections: {},
    runner: (parts) => inProcessRunner({ ...parts, functions: {} }),
    folders: { app: join(root, 'app'), street: join(root, 'street'), pictures: join(root, 'pictures') },
  })
})

afterAll(() => emulator.close())

const get = (path: string, headers?: Record<string, string>) => rawRequest(emulator.port, path, { headers })

describe('the pages', () => {
  it.each([
    ['/', 'street', 'text/html; charset=utf-8'],
    ['/street.css', 'body {}', 'text/css; charset=utf-8'],
    ['/app/', '<title>银龄驿</title>', 'text/html; charset=utf-8'],
    ['/app/?as=o-li-min', '<title>银龄驿</title>', 'text/html; charset=utf-8'],
    ['/app/js/app.1a2b3c4d.js', 'hashed', 'text/javascript; charset=utf-8'],
    ['/pictures/noodles.svg', '<svg/>', 'image/svg+xml'],
  ])('serves %s', async (path, text, type) => {
    const reply = await get(path)
    expect(reply).toMatchObject({ status: 200, text })
    expect(reply.headers['content-type']).toBe(type)
  })

  it('leads /app to /app/ and keeps the person', async () => {
    const { status, headers } = await get('/app?as=o-li-min')
    expect([status, headers.location]).toEqual([308, '/app/?as=o-li-min'])
  })

  it('lets a browser keep hashed files for good and asks again for all others', async () => {
    expect((await get('/app/js/app.1a2b3c4d.js')).headers['cache-control']).toContain('immutable')
    const { headers } = await get('/app/')
    expect(headers['cache-control']).toBe('no-cache')
    expect((await get('/app/', { 'if-none-match': String(headers.etag) })).status).toBe(304)
  })

  it('answers HEAD without a body', async () => {
    const { status, text, headers } = await rawRequest(emulator.port, '/street.css', { method: 'HEAD' })
    expect([status, text, headers['content-length']]).toEqual([200, '', '7'])
  })

  it.each([
    '/app/../secret.txt',
    '/app/%2e%2e/secret.txt',
    '/app/..%2fsecret.txt',
    '/app/..%2f..%2fetc%2fpasswd',
    '/app/%2e%2e%2fapp-more%2fsecret.txt',
    '/app/..%5csecret.txt',
    '/app//etc/passwd',
    '/app/%00',
    '/app/%ff',
    '/app/.hidden',
    '/../../../../etc/passwd',
    '//etc/passwd',
    '/pictures/',
    '/app/js',
    '/nothing-here',
  ])('finds nothing at %s', async (path) => {
    const { status, text } = await get(path)
    expect(text).not.toMatch(/secret|root:/)
    expect(path === '//etc/passwd' ? [200, 404] : [404]).toContain(status)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('takes no %s', async (method) => {
    const { status, json, headers } = await rawRequest(emulator.port, '/app/', { method })
    expect([status, json, headers.allow]).toEqual([405, { error: 'METHOD_NOT_ALLOWED' }, 'GET, HEAD'])
  })
})
