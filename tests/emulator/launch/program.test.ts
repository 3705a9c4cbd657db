import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { functionVariables } from '../../../emulator/function-variables'
import { templateVariables } from '../../../emulator/template-variables'
import { buildEmulator, buildFunctions, temporaryFolder } from '../built-functions'
import { type Ended, type Program, runProgram, startLivedIn, startProgram } from './program'

const running: Program[] = []
let functions: string

beforeAll(() => {
  buildEmulator()
  functions = buildFunctions()
})

afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await Promise.all(running.splice(0).map(({ ended }) => ended))
})

const start = (...args: string[]) => startWith({}, ...args)

const startWith = async (variables: NodeJS.ProcessEnv, ...args: string[]) => {
  const program = await startProgram(['--functions', functions, ...args], variables)
  running.push(program)
  return program
}

const call = async ({ url }: Program, event: object) => {
  const reply = await fetch(`${url}/cloud/probe`, { method: 'POST', body: JSON.stringify(event) })
  return reply.json()
}

/** What a tap on the phone is that lets one more message of a template through. */
const tap = ({ url }: Program, openid: string, ...tmplIds: string[]) =>
  fetch(`${url}/subscribe`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid },
    body: JSON.stringify({ tmplIds }),
  })

/** What is stored, in an order that does not depend on how it came in. */
const stored = async ({ url }: Program, query = '') => {
  const collections: Record<string, { _id: string }[]> = await (
    await fetch(`${url}/__emulator/dump${query}`)
  ).json()
  for (const documents of Object.values(collections)) documents.sort((a, b) => (a._id < b._id ? -1 : 1))
  return collections
}

/** One sentence on stderr, nothing else, code 1. */
const expectSentence = ({ code, stdout, stderr }: Ended, words: string) => {
  expect(stderr).toContain(words)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).not.toMatch(/\bat .+:\d+:\d+/)
  expect([code, stdout]).toEqual([1, ''])
}

describe('the program', () => {
  it('serves functions in worker threads over a database in memory', async () => {
    const program = await start('--memory')
    expect(await call(program, { act: 'event', words: '您好' })).toMatchObject({ event: { words: '您好' } })
  })

  it('fires the timers of the built functions, when the clock is moved past them and when asked to', async () => {
    const config = {
      timeout: 10,
      permissions: { openapi: ['subscribeMessage.send'] },
      triggers: [{ name: 'clear', type: 'timer', config: '0 30 2 * * * *' }],
    }
    const program = await start('--memory', '--functions', buildFunctions({ nightly: config }))
    const post = async (path: string, body: object) =>
      (
        await fetch(`${program.url}/__emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
      ).json()

    await post('clock', { now: '2031-11-21T12:00:00+08:00' })
    await post('reset', { demo: false })
    for (const _message of [1, 2]) await tap(program, 'o-li-min', 'demo-template-visit')
    await post('clock', { now: '2031-11-25T12:00:00+08:00' })
    expect((await stored(program)).visits).toEqual([
      {
        _id: expect.any(String),
        event: { Type: 'Timer', TriggerName: 'clear', Time: '2031-11-24T18:30:00Z' },
        openid: null,
        source: 'wx_trigger',
        at: expect.stringMatching(/^2031-11-25T04:00:0/),
      },
    ])
    expect(await post('timer', { function: 'nightly', name: 'clear' })).toEqual({ state: 'succeeded' })
    expect((await stored(program)).visits).toHaveLength(2)
    expect(await (await fetch(`${program.url}/__emulator/outbox`)).json()).toHaveLength(2)
  })

  it.each([
    [
      'two triggers',
      { triggers: [1, 2].map((n) => ({ name: `t${n}`, type: 'timer', config: '0 0 0 * * * *' })) },
    ],
    ['a trigger of another kind', { triggers: [{ name: 't', type: 'cos', config: '0 0 0 * * * *' }] }],
    ['a time of six fields', { triggers: [{ name: 't', type: 'timer', config: '0 0 0 * * *' }] }],
  ])('refuses %s with a sentence', async (_what, config) => {
    const folder = buildFunctions({ outer: config })
    expectSentence(await runProgram(['--port', '0', '--memory', '--functions', folder]), '云函数 outer')
  })

  it('refuses a config that is no JSON with a sentence', async () => {
    const folder = buildFunctions()
    writeFileSync(join(folder, 'probe/config.json'), '{ triggers: [] }')
    expectSentence(await runProgram(['--port', '0', '--memory', '--functions', folder]), '云函数 probe')
  })

  it('gives the functions keys of its own and the settings that it was given', async () => {
    const names = ['FIELD_KEYS', 'DIGEST_KEYS', 'FIRST_SUPERVISOR', 'DISTRICT', 'TEMPLATE_VISIT']
    const seenWith = async (variables: NodeJS.ProcessEnv) => {
      const program = await startWith(variables, '--memory')
      return Promise.all(names.map((name) => call(program, { act: 'variable', name })))
    }
    const none = Object.fromEntries(names.map((name) => [name, undefined]))
    const { FIELD_KEYS, DIGEST_KEYS, TEMPLATE_VISIT } = { ...functionVariables({}), ...templateVariables({}) }
    expect(await seenWith(none)).toEqual([FIELD_KEYS, DIGEST_KEYS, null, null, TEMPLATE_VISIT])

    const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
    const given = {
      FIELD_KEYS: `a:${key(1)}`,
      DIGEST_KEYS: `c:${key(2)}`,
      FIRST_SUPERVISOR: 'o-chen',
      DISTRICT: '静安',
      TEMPLATE_VISIT: 'ours:what=thing9,state=phrase8',
    }
    expect(await seenWith(given)).toEqual(Object.values(given))
  })

  it('refuses templates that no message could be sent by with a sentence', async () => {
    const given = { TEMPLATE_MEAL: 'a:who=thing1,what=thing2' }
    const refused = await runProgram(['--port', '0', '--memory', '--functions', functions], given)
    expectSentence(refused, 'TEMPLATE_MEAL 不能用：少了 state。')
  })

  it('ends at once on SIGTERM and SIGINT, with code 0', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const { child, ended } = await start('--memory')
      child.kill(signal)
      expect(await ended).toMatchObject({ code: 0 })
    }
  })

  it('finds its data again, adds the demo days that are missing and changes nothing that exists', async () => {
    const data = temporaryFolder()
    const first = await start('--data', data)
    const written = (await call(first, { act: 'write', collection: 'visits', data: { text: '敲门' } })) as {
      _id: string
    }
    const before = await stored(first)
    first.child.kill('SIGTERM')
    await first.ended
    expect(readdirSync(data)).not.toContain('in-use.json')

    const second = await start('--data', data)
    expect(await stored(second)).toEqual(before)
    expect(await stored(second, '?collection=visits')).toEqual({
      visits: [{ _id: written._id, text: '敲门' }],
    })
  })

  it('says how to begin with nobody having lived where the functions cannot play it', async () => {
    const { code, stderr } = await runProgram(['--port', '0', '--memory', '--functions', functions])
    expect(code).toBe(1)
    expect(stderr).toContain('加上 --empty')
  })

  it('lives in no data folder where something is', async () => {
    const data = temporaryFolder()
    const empty = await start('--data', data)
    const before = await stored(empty)
    empty.child.kill('SIGTERM')
    await empty.ended

    const again = await startLivedIn(['--functions', functions, '--data', data])
    running.push(again)
    expect(await stored(again)).toEqual(before)
  })

  it('refuses a data folder that another process uses', async () => {
    const data = temporaryFolder()
    const { child } = await start('--data', data)
    expectSentence(await runProgram(['--port', '0', '--data', data]), `进程号 ${child.pid}`)
  })

  it('takes over a data folder from a process that was killed, even if its number lives on', async () => {
    const data = temporaryFolder()
    const killed = await start('--data', data)
    killed.child.kill('SIGKILL')
    await killed.ended
    const again = await start('--data', data)
    again.child.kill('SIGKILL')
    await again.ended

    const lock = join(data, 'in-use.json')
    const left = JSON.parse(readFileSync(lock, 'utf8'))
    writeFileSync(lock, JSON.stringify({ ...left, pid: process.pid }))
    await start('--data', data)
  })

  it('refuses a data folder where nothing can be written', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expectSentence(await runProgram(['--port', '0', '--data', join(file, 'below')]), '无法写入')
    expectSentence(await runProgram(['--port', '0', '--data', file]), file)
  })

  it.each([
    ['alone', []],
    ['beside our own', ['format.json']],
  ])(
    'refuses a folder with somebody else’s files %s, and never says that it may be deleted',
    async (_, ours) => {
      const data = temporaryFolder()
      writeFileSync(join(data, '论文.txt'), '写了三年')
      for (const name of ours) writeFileSync(join(data, name), '{"format":1}')
      const ended = await runProgram(['--port', '0', '--data', data])
      expectSentence(ended, '里有别的文件')
      expect(ended.stderr).not.toContain('删')
      expect(readFileSync(join(data, '论文.txt'), 'utf8')).toBe('写了三年')
    },
  )

  it.each(['', ' '])('refuses %j in place of a folder', async (data) => {
    const ended = await runProgram(['--port', '0', '--data', data])
    expectSentence(ended, '--data 后面要写一个目录')
    expect(ended.stderr).not.toContain('删')
  })

  it.each(['{"format":', '', 'null', '7'])('refuses a folder whose format is %j', async (format) => {
    const data = temporaryFolder()
    writeFileSync(join(data, 'format.json'), format)
    expectSentence(await runProgram(['--port', '0', '--data', data]), data)
  })

  it('refuses a folder whose database is damaged', async () => {
    const data = temporaryFolder()
    const { child, ended } = await start('--data', data)
    child.kill('SIGTERM')
    await ended
    const whole = readFileSync(join(data, 'data.mdb'))
    for (const damaged of [Buffer.alloc(8192, 'x'), whole.subarray(0, whole.length / 2), Buffer.from('x')]) {
      writeFileSync(join(data, 'data.mdb'), damaged)
      const refused = await runProgram(['--port', '0', '--data', data])
      expectSentence(refused, '打不开')
      expect(refused.stderr).not.toContain('删')
    }
    writeFileSync(join(data, 'data.mdb'), whole)
    await start('--data', data)
  })

  it('refuses a folder that cannot be made', async () => {
    expectSentence(await runProgram(['--port', '0', '--data', '/proc/x']), '无法写入')
  })

  it('refuses a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => other.once('listening', listening))
    const { port } = other.address() as AddressInfo
    expectSentence(await runProgram(['--port', String(port), '--memory']), `端口 ${port} 已被占用`)
    other.close()
  })

  it('holds every call of the database back for as long as it is told', async () => {
    const program = await start('--memory', '--latency', '300')
    const began = performance.now()
    await call(program, { act: 'who', collection: 'visits' }) // three calls, one after the other
    expect(performance.now() - began).toBeGreaterThanOrEqual(890)
  })

  it.each([
    ['--instances 1', 1],
    ['--instances 6', 6],
    ['', 4],
  ])('starts as many instances of a function as it is told: %j', async (options, most) => {
    const program = await start('--memory', '--latency', '50', ...options.split(' ').filter(Boolean))
    const loaded = async () =>
      (await (await fetch(`${program.url}/__emulator/instances`)).json()) as Record<string, number>
    expect(await loaded()).toEqual({})
    const askAll = () =>
      Promise.all(Array.from({ length: 30 }, () => call(program, { act: 'who', collection: 'visits' })))
    let seen = 0
    for (let round = 0; round < 50 && seen < most; round++) {
      await askAll()
      seen = (await loaded()).probe ?? 0
    }
    await askAll()
    expect(await loaded()).toEqual({ probe: most })
  })

  it.each([
    ['--latency', '0', '2000', ['', '-1', '1.5', '2001', '10ms', ' 5']],
    ['--instances', '1', '1000', ['', '0', '-1', '1.5', '1001', 'many']],
  ])('refuses a wrong %s with a sentence', async (option, least, most, values) => {
    for (const value of values) {
      const refused = await runProgram(['--memory', `${option}=${value}`])
      expectSentence(refused, `${option} 要一个 ${least} 到 ${most} 的整数，得到的是“${value}”。`)
    }
  })

  it.each(['--port many', '--port 70000', '--port -1', '--prot 1', '--data', 'stray'])(
    'refuses the options %s',
    async (options) => {
      expectSentence(await runProgram(options.split(' ')), '--port')
    },
  )
})
