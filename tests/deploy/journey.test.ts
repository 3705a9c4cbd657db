import { addDays, localDate } from '#types/days'
import { sittingId } from '#types/ids'
import { personOf } from '../../cloudfunctions/_shell/secrets'
import type { FunctionConfig } from '../../config/deploy/functions'
import { main } from '../../config/deploy/main'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/emulator'
import type { Collections } from '../../emulator/parts'
import { type FunctionModule, inProcessRunner } from '../../emulator/runner/in-process-runner'
import { memoryStore } from '../../emulator/store/memory'
import { api, timed } from '../../types/api'
import type { Reply } from '../../types/contract'
import { membershipId } from '../../types/ids'
import { PROJECT } from '../emulator/built-functions'
import { CODE, DIGEST_KEYS, FIELD_KEYS, TEMPLATE_MEAL } from './a-deployment'
import { Tencent } from './tencent'

const names = [...Object.keys(api), ...timed]
const tencent = new Tencent()
const lines: string[] = []

const given = {
  ...{ TENCENTCLOUD_SECRETID: tencent.secretId, TENCENTCLOUD_SECRETKEY: tencent.secretKey },
  ...{ FIELD_KEYS, DIGEST_KEYS, FIRST_SUPERVISOR: CODE, TEMPLATE_MEAL },
}

/** Runs the command as somebody would. */
const command = (args: string[], environment: NodeJS.ProcessEnv = given) =>
  main(['--env', tencent.envId, ...args], {
    root: PROJECT,
    environment,
    pause: 0,
    print: (line) => lines.push(...line.split('\n')),
    buildFunctions: async () => names,
    uploadPhone: async () => {},
  })

const demo = ['--district', 'emulator/demo']

const configOf = (name: string): FunctionConfig => require(`../../cloudfunctions/${name}/config.json`)

/** Each function with the variables that the deployment gave to it, and no others. */
const deployedRunner: EmulatorOptions['runner'] = (parts) => {
  const runners = names.map((name) => {
    const load = () => require(`../../cloudfunctions/${name}/index`) as FunctionModule
    const variables = tencent.functions.held.get(name)?.variables ?? {}
    const { openapi } = configOf(name).permissions
    return inProcessRunner({ ...parts, functions: { [name]: load }, variables, openapi })
  })
  const ofFunction = (name: string) => runners.find((one) => one.has(name))
  return {
    has: (name) => ofFunction(name) !== undefined,
    invoke: async (name, event, caller) => ofFunction(name)?.invoke(name, event, caller),
    close: async () => {},
  }
}

let emulator: Emulator
beforeAll(async () => {
  await tencent.open()
  expect(await command(demo)).toBe(0)
  const { collections } = tencent.state()
  const held = Object.entries(collections).map(([name, { indexes }]) => [
    name,
    {
      indexes: indexes
        .filter(({ Name }) => !Name.startsWith('_'))
        .map(({ Name, Keys, Unique }) => ({
          name: Name,
          unique: Unique,
          keys: Keys.map((key) => [
            key.Name,
            key.Direction === '2dsphere' ? key.Direction : Number(key.Direction),
          ]),
        })),
    },
  ])
  emulator = await startEmulator({
    store: memoryStore(),
    collections: Object.fromEntries(held) as Collections,
    runner: deployedRunner,
  })
  for (const [name, { documents }] of Object.entries(collections)) await emulator.engine.seed(name, documents)
})
afterAll(async () => {
  await emulator.close()
  await tencent.close()
})

async function as<T = Record<string, unknown>>(openid: string, name: string, input: object = {}): Promise<T> {
  const [area = '', action] = name.split('.')
  const reply = (await emulator.runner.invoke(
    area,
    { action, input },
    { source: 'wx_client', openid },
  )) as Reply
  if (!reply.ok) throw new Error(`${openid} ${name} ${reply.code} ${JSON.stringify(reply.detail)}`)
  return reply.data as T
}

/** Somebody is invited, accepts, and is led through every step. */
async function joins(director: string, openid: string, role: string) {
  const of = { orgId: 'st-changjiang', orgKind: 'station' }
  const { code } = await as(director, 'people.inviteStaff', { ...of, role })
  await as(openid, 'people.accept', { code, name: '新来的人' })
  for (const act of ['vet', 'train', 'assign']) {
    const id = membershipId(of.orgId, role as 'clerk', personOf(openid))
    await as(director, 'people.advance', { membershipId: id, act })
  }
}

describe('the demo district, deployed', () => {
  it('holds no person, and each function runs on its own variables', () => {
    const { collections } = tencent.state()
    for (const name of ['elders', 'accounts', 'relations', 'memberships', 'cards', 'identities', 'consents'])
      expect(collections[name]?.documents).toEqual([])
    expect(collections.stations?.documents).toHaveLength(16)
    expect(collections.policies?.documents).toHaveLength(2)
    expect(collections.plans?.documents).toHaveLength(16)
    expect(collections.sittings?.documents).toEqual([])
  })

  it('books a meal and asks for a visit, from the first supervisor on', async () => {
    await as('o-first', 'people.accept', { code: CODE, name: '孙督导' })
    await joins('o-first', 'o-manager', 'manager')
    await joins('o-manager', 'o-clerk', 'clerk')
    const { elderId } = await as<{ elderId: string }>('o-clerk', 'people.registerAt', {
      stationId: 'st-changjiang',
      elder: {
        name: '赵桂芳',
        birthDate: '1950-02-03',
        sex: 'female',
        building: '长江路 20 弄',
        living: 'alone',
      },
      agreed: [{ purpose: 'service', version: 'service-2026-11' }],
      paper: { how: 'paper', form: '2026-001', witness: '李站长' },
      channel: 'counter',
    })
    for (const day of [1, 14]) {
      const date = addDays(localDate(new Date()), day)
      const offered = await as<{ id: string; slot: string; sets: { id: string }[] }[]>(
        'o-clerk',
        'meals.sittings',
        { stationId: 'st-changjiang', date },
      )
      const lunch = offered.find(({ slot }) => slot === 'lunch')
      expect(lunch?.id).toBe(sittingId('st-changjiang', date, 'lunch'))
      const order = await as('o-clerk', 'meals.bookFor', {
        ...{ sittingId: lunch?.id, elderId, mode: 'dineIn', setId: lunch?.sets[0]?.id },
        channel: 'counter',
      })
      expect(order).toMatchObject({ state: 'confirmed', elderName: '赵桂芳', date })
    }
    const visit = await as('o-clerk', 'visits.request', {
      ...{ elderId, urgency: 'worry', reason: '一个人住', when: 'now', channel: 'phone' },
    })
    expect(visit).toMatchObject({ state: 'open', elderName: '赵桂芳' })
  })
})

describe('npm run deploy', () => {
  const printed = () => lines.join('\n')

  it('says of every step what it did and how long it took, and in the end what stays', () => {
    expect(printed()).toMatch(/ {2}✓ 建集合 elders\n/)
    expect(printed()).toMatch(/云函数 people：做了 1 处（\d+\.\d 秒）/)
    expect(printed()).toMatch(/ {2}\[ \] 小程序认证、备案 {2}docs\/deploy\.md#/)
    expect(printed()).toMatch(/部署好了：做了 \d+ 处，/)
  })

  it('shows no key and no code', () => {
    for (const secret of [FIELD_KEYS, DIGEST_KEYS, CODE, tencent.secretKey, tencent.secretId])
      expect(printed()).not.toContain(secret)
  })

  it('finds nothing to do a second time', async () => {
    expect(await command([...demo, '--plan'])).toBe(0)
    expect(lines.at(-1)).toBe('一共要做 0 处，这次什么也没有做。')
  })
  it.each([
    ['without access keys', demo, {}, /没有腾讯云的访问密钥/],
    [
      'with an upload key that is not there',
      demo,
      { ...given, MINIPROGRAM_KEY: 'nowhere.key' },
      /MINIPROGRAM_KEY 写的文件不在：.*nowhere\.key/,
    ],
    ['for keys beside the code', ['--make-keys', 'emulator/keys'], given, /密钥会跟着代码传出去/],
    [
      'for a folder that is no district',
      ['--district', 'config'],
      given,
      /config\/stations\.json {2}没有这个文件/,
    ],
  ])('asks nothing of the cloud %s', async (_, args, environment, words) => {
    const before = tencent.calls.length
    lines.length = 0
    expect(await command(args, environment)).toBe(1)
    expect(printed()).toMatch(words)
    expect(tencent.calls).toHaveLength(before)
  })
})
