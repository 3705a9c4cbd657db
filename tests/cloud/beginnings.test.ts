import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beginningOf } from '../../cloudfunctions/_shell/beginnings'
import { failureOf } from '../../cloudfunctions/_shell/failures'

let answer: (response: ServerResponse) => void
const asked: (string | undefined)[] = []
const server = createServer((request, response) => {
  asked.push(request.headers.range)
  answer(response)
})
let link: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  link = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.jpg`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const read = async () => Buffer.from((await beginningOf(link, 4)) ?? 'gone').toString()

describe('beginningOf', () => {
  it.each<[string, (response: ServerResponse) => void, string]>([
    ['what was asked for', (response) => response.writeHead(206).end('abcd'), 'abcd'],
    ['the whole file', (response) => response.writeHead(200).end('abcdefgh'), 'abcd'],
    ['fewer bytes', (response) => response.writeHead(206).end('ab'), 'ab'],
    ['that there is no such range', (response) => response.writeHead(416).end(), ''],
    ['that there is none', (response) => response.writeHead(404).end('no'), 'gone'],
  ])('where the storage answers %s', async (_, answers, beginning) => {
    answer = answers
    expect(await read()).toBe(beginning)
    expect(asked.pop()).toBe('bytes=0-3')
  })

  it('does not wait for the end of a file', async () => {
    answer = (response) => response.writeHead(200).write('abcdefgh')
    expect(await read()).toBe('abcd')
  })

  it.each<[string, (response: ServerResponse) => void]>([
    ['answers with a fault', (response) => response.writeHead(503).end()],
    ['hangs up', (response) => response.destroy()],
  ])('counts as lost where the storage %s', async (_, answers) => {
    answer = answers
    const failure = await beginningOf(link, 4).catch(failureOf)
    expect(failure).toBe('lost')
  })
})
