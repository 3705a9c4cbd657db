import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DeployFailure, withoutSecrets } from '../../config/deploy/failure'
import { main } from '../../config/deploy/main'
import { PROJECT, temporaryFolder } from '../emulator/built-functions'
import { CODE, DIGEST_KEYS, FIELD_KEYS } from './a-deployment'
import { Tencent } from './tencent'

const tencent = new Tencent()
beforeAll(() => tencent.open())
afterAll(() => tencent.close())

const given = {
  ...{ TENCENTCLOUD_SECRETID: tencent.secretId, TENCENTCLOUD_SECRETKEY: tencent.secretKey },
  ...{ FIELD_KEYS, DIGEST_KEYS, FIRST_SUPERVISOR: CODE },
}

async function told(
  args: string[],
  environment: NodeJS.ProcessEnv = given,
  buildFunctions = async (): Promise<string[]> => [],
): Promise<string> {
  const lines: string[] = []
  const print = (line: string) => lines.push(line)
  const launcher = {
    root: PROJECT,
    environment,
    pause: 0,
    print,
    buildFunctions,
    uploadPhone: async () => {},
  }
  const code = await main(args, launcher)
  return `${code} ${lines.join('\n')}`
}

const env = ['--env', tencent.envId]
const plan = ['--plan', '--district', 'emulator/demo']

/** A folder whose `district.json` leads to itself, and whose `kitchens.json` is bracket in bracket. */
function aBadFolder(): string {
  const folder = join(temporaryFolder(), 'district')
  mkdirSync(folder)
  symlinkSync('district.json', join(folder, 'district.json'))
  writeFileSync(join(folder, 'kitchens.json'), `${'['.repeat(200_000)}${']'.repeat(200_000)}`)
  writeFileSync(join(folder, 'stations.json'), `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`)
  return folder
}

describe('npm run deploy, wrongly asked', () => {
  it.each([
    ['an id that every object has', ['--env', '__proto__'], /“__proto__”不是环境编号/],
    ['another one', ['--env', 'constructor'], /“constructor”不是环境编号/],
    ['an id of other letters', ['--env', '环境'], /“环境”不是环境编号/],
    ['an id of blanks', ['--env', ' '], /要部署到哪个环境/],
    ['an option that there is not', [...env, '--districts', 'x'], /有看不懂的选项/],
    ['an option without its value', ['--env'], /有看不懂的选项/],
    ['more than options', [...env, 'now'], /有看不懂的选项/],
    ['a folder that no folder can be called', [...env, '--district', 'a\0b'], /没有这个目录，或者打不开/],
    ['a file of keys that no file can be called', ['--make-keys', '/tmp/a\0b'], /写不了/],
  ])('refuses %s with a sentence, and asks nothing of the cloud', async (_, args, words) => {
    const before = tencent.calls.length
    expect(await told(args)).toMatch(/^1 /)
    expect(await told(args)).toMatch(words)
    expect(tencent.calls).toHaveLength(before)
  })

  it('takes an id with a blank behind it', async () => {
    expect(await told(['--env', `${tencent.envId} `, ...plan])).toMatch(/^0 环境 yinling-1：可以用/)
  })

  it('tells of files that cannot be read by their place', async () => {
    const words = await told([...env, '--district', aBadFolder()])
    expect(words).toMatch(/district\.json {2}这个文件打不开（ELOOP）。/)
    expect(words).toMatch(/kitchens\.json:1:201 {2}.*括号一层套一层，超过了 200 层/)
    expect(words).toMatch(/stations\.json:1:1001 {2}.*括号一层套一层/)
  })

  it.each(['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', 'TENCENTCLOUD_SESSIONTOKEN', 'TCB_REGION'])(
    'says that %s holds what cannot be sent, and does not print it',
    async (name) => {
      const before = tencent.calls.length
      for (const bad of ['AKID密钥0123456789', 'AKID 0123456789', 'AKID\u200b0123456789']) {
        const words = await told(env, { ...given, [name]: bad })
        expect(words).toMatch(new RegExp(`^1 环境变量 ${name} 里有不该有的字符`))
        expect(words).not.toContain('0123456789')
      }
      expect(tencent.calls).toHaveLength(before)
    },
  )

  it('takes access keys that were copied with a line break', async () => {
    const copied = {
      TENCENTCLOUD_SECRETID: `${tencent.secretId}\n`,
      TENCENTCLOUD_SECRETKEY: ` ${tencent.secretKey}\n`,
    }
    expect(await told([...env, ...plan], { ...given, ...copied })).toMatch(/^0 /)
  })
})

describe('the list of what stays to be done', () => {
  it('warns of a district without a policy for meals that is in force', async () => {
    const folder = join(temporaryFolder(), 'district')
    cpSync(join(PROJECT, 'emulator/demo'), folder, { recursive: true })
    const words = async (...policies: string[]) => {
      const files = policies.map((name) => join(PROJECT, 'cloudfunctions/_policies', name))
      writeFileSync(join(folder, 'policies.json'), JSON.stringify(files))
      return told([...env, '--plan', '--district', folder])
    }
    const warning = / {2}\[ \] 今天没有在用的助餐政策，老人会按菜单原价付/
    expect(await words('care/high-tech-2021.json')).toMatch(warning)
    expect(await words('care/high-tech-2021.json', 'meal/beijing-2022-03.json')).not.toMatch(warning)
  })
})

/** What the client throws when the API refuses. */
const refusal = (message: string, code = '') =>
  Object.assign(new Error(message), { name: 'CloudBaseError', code, action: 'CreateFunction' })

describe('what a failure says', () => {
  const held = Buffer.alloc(32, 77).toString('base64')
  const TENCENTCLOUD_SESSIONTOKEN = 'token-of-nobody'
  const all = { ...given, TENCENTCLOUD_SESSIONTOKEN }
  const signed =
    'TC3-HMAC-SHA256 Credential=id/2026-11-22/tcb/tc3_request, SignedHeaders=content-type;host, Signature=0f0f'
  const secrets = [...Object.values(all), held, '0f0f', 'Credential=', 'TC3-HMAC']

  it('holds nothing secret, whatever the API repeats', async () => {
    const answer = `bad: ${signed}; key is ${held}; ${Object.values(all).join(' ')}`
    for (const error of [
      refusal(answer, 'InvalidParameter'),
      refusal(answer, 'LimitExceeded'),
      refusal(`FetchError: ${answer}`),
      new DeployFailure(answer),
    ]) {
      const words = await told(env, all, () => Promise.reject(error))
      expect(words).toMatch(/^1 .*bad: /)
      for (const secret of secrets) expect(words).not.toContain(secret)
    }
  })

  it('keeps every other word', () => {
    const sentence = '没有找到环境 yinling-1。请看看地域（TCB_REGION）。'
    expect(withoutSecrets(sentence, { ...all, FIRST_SUPERVISOR: 'env' })).toBe(sentence)
  })
})
