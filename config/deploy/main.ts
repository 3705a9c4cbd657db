import { existsSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { localDate } from '#types/days'
import { policyOn } from '../../cloudfunctions/_domain/policies/in-force'
import type { PolicyRecord } from '../../cloudfunctions/_domain/policies/records'
import holidays from '../../cloudfunctions/_policies/calendar.json'
import { BadDistrict, readPlaces } from '../../emulator/district/read'
import { calendarLines } from './calendar'
import { checklist } from './checklist'
import { openCloud } from './cloud'
import { deploy, type Product } from './deploy'
import { DeployFailure, failureWords, withoutSecrets } from './failure'
import type { FunctionConfig } from './functions'
import { makeKeys } from './keys'
import { uploadOf } from './phone'
import { templatesIn } from './variables'

/** What the launcher does for a deployment. */
export interface Launcher {
  /** The project's root. */
  root: string
  environment: NodeJS.ProcessEnv
  /** Milliseconds before each look at a function that is being changed; a second when absent. */
  pause?: number
  print(line: string): void
  /** Builds the cloud functions and answers their names. */
  buildFunctions(): Promise<string[]>
  /** Builds the mini-program for an environment and hands it to the uploader. */
  uploadPhone(envId: string, args: string[]): Promise<void>
}

const options = {
  env: { type: 'string' },
  district: { type: 'string' },
  plan: { type: 'boolean', default: false },
  'upload-all': { type: 'boolean', default: false },
  'make-keys': { type: 'string' },
  'retire-key': { type: 'string', multiple: true, default: [] as string[] },
} as const

/** Runs `npm run deploy`. Answers the exit code: 0 all is as it should be, 1 something is not. Prints no key and no code. */
export async function main(args: readonly string[], launcher: Launcher): Promise<number> {
  try {
    await run(args, launcher)
    return 0
  } catch (error) {
    const words = error instanceof BadDistrict ? error.message : failureWords(error)
    launcher.print(withoutSecrets(words, launcher.environment))
    return 1
  }
}

async function run(args: readonly string[], launcher: Launcher): Promise<void> {
  const { root, environment, print, pause } = launcher
  const values = read(args)
  const place = (name: string) => resolve(environment.INIT_CWD ?? root, name)
  if (values['make-keys']) return tellKeys(place(values['make-keys']), launcher)

  const access = accessOf(environment)
  const envId = environmentId(values.env ?? environment.CLOUD_ENV)
  const key = environment.MINIPROGRAM_KEY && place(environment.MINIPROGRAM_KEY)
  if (key && !existsSync(key))
    throw new DeployFailure(`MINIPROGRAM_KEY 写的文件不在：${key}。请改成上传密钥的文件，或者不写。`)
  const places = values.district === undefined ? undefined : readPlaces(place(values.district))
  const now = new Date()
  const product = productIn(root, await launcher.buildFunctions())
  const wishes = {
    envId,
    places,
    environment,
    keys: {
      FIELD_KEYS: environment.FIELD_KEYS,
      DIGEST_KEYS: environment.DIGEST_KEYS,
      retired: values['retire-key'],
    },
    first: { code: environment.FIRST_SUPERVISOR, district: environment.DISTRICT },
    isPlan: values.plan,
    isAnew: values['upload-all'],
    now,
  }
  const started = performance.now()
  const count = await deploy(openCloud({ ...access, envId, pause }), product, wishes, print)
  await bringPhone(launcher, { envId, key, isPlan: values.plan })
  for (const line of calendarLines(holidays, wishes.now)) print(line)
  const known = {
    hasTemplates: Object.keys(templatesIn(environment)).length > 0,
    hasMealPolicy: !places || policyOn(places.policies as PolicyRecord[], 'meal', localDate(now)) !== null, // each was checked as it was read
  }
  for (const line of checklist(known)) print(line)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  print(
    values.plan ? `一共要做 ${count} 处，这次什么也没有做。` : `部署好了：做了 ${count} 处，${seconds} 秒。`,
  )
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch {
    throw new DeployFailure('有看不懂的选项。能写哪些，请看 npm run deploy -- --help。')
  }
}

/** As the console shows it. What every object has of itself is no id: the client keeps its environments in one. */
function environmentId(given = ''): string {
  const envId = given.trim()
  if (!envId) throw new DeployFailure('要部署到哪个环境？请加上 --env 环境编号（云开发控制台里有）。')
  if (!/^[a-z\d][a-z\d-]{0,63}$/i.test(envId) || envId in {})
    throw new DeployFailure(
      `“${envId}”不是环境编号：它只有字母、数字和短横，比如 yinling-1a2b3c。请在云开发控制台里看看环境 ID。`,
    )
  return envId
}

/** Who signs, and where; from the environment alone, since what is typed stays in the shell's history. */
function accessOf(environment: NodeJS.ProcessEnv) {
  const [TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN, TCB_REGION] = sent.map(
    (name) => headerText(name, environment[name]),
  )
  if (!TENCENTCLOUD_SECRETID || !TENCENTCLOUD_SECRETKEY)
    throw new DeployFailure(
      '没有腾讯云的访问密钥。请在“访问管理 → API 密钥管理”里取一副，放进环境变量 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY，再运行。',
    )
  return {
    secretId: TENCENTCLOUD_SECRETID,
    secretKey: TENCENTCLOUD_SECRETKEY,
    ...(TENCENTCLOUD_SESSIONTOKEN && { token: TENCENTCLOUD_SESSIONTOKEN }),
    ...(TCB_REGION && { region: TCB_REGION }),
  }
}

/** What goes into the head of each request. */
const sent = [
  'TENCENTCLOUD_SECRETID',
  'TENCENTCLOUD_SECRETKEY',
  'TENCENTCLOUD_SESSIONTOKEN',
  'TCB_REGION',
] as const

function headerText(name: string, given = ''): string {
  const text = given.trim()
  if (/[^\x21-\x7e]/.test(text))
    throw new DeployFailure(
      `环境变量 ${name} 里有不该有的字符：中文、空格、换行，或者看不见的。请从腾讯云的控制台里重新复制一次。`,
    )
  return text
}

function productIn(root: string, names: readonly string[]): Product {
  const json = (...path: string[]) => JSON.parse(readFileSync(join(root, ...path), 'utf8'))
  return {
    collections: json('cloudfunctions/collections.json'),
    storageRule: json('cloudfunctions/storage-rule.json'),
    functions: names.map((name) => ({
      name,
      folder: join(root, 'dist/cloudfunctions', name),
      config: json('cloudfunctions', name, 'config.json') as FunctionConfig,
    })),
  }
}

function tellKeys(file: string, { root, print }: Launcher): void {
  if (file.startsWith(root + sep))
    throw new DeployFailure(
      `${file} 在代码的目录里，密钥会跟着代码传出去。请写到别的地方，比如自己的主目录。`,
    )
  makeKeys(file, new Date())
  print(
    [
      `密钥写在 ${file}，只有您自己能读。请马上另存一份，离数据库远远的：丢了密钥，证件号和电话就再也读不出来（docs/keys.md）。`,
      `然后：set -a; . '${file}'; set +a`,
      '再运行：npm run deploy -- --env …',
    ].join('\n'),
  )
}

async function bringPhone(
  { root, print, uploadPhone }: Launcher,
  { envId, key, isPlan }: { envId: string; key: string | undefined; isPlan: boolean },
) {
  const json = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))
  const { appid: appId } = json('project.config.json')
  const { version } = json('package.json')
  const upload = uploadOf({ appId, version, key })
  if ('byHand' in upload) print(`小程序：${upload.byHand}`)
  else if (isPlan) print(`小程序：要编译，再用 ${upload.args[1]} 上传 ${version}。`)
  else {
    await uploadPhone(envId, upload.args)
    print(`小程序：上传了 ${version}，请到微信公众平台提交审核。`)
  }
}
