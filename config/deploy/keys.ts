import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { parseKeys } from '../../cloudfunctions/_shell/secrets'
import { badKeyWords } from '../../emulator/key-words'
import type { Cloud, HeldFunction } from './cloud'
import { DeployFailure } from './failure'

/** The two variables that hold keys. */
const KEY_VARIABLES = ['FIELD_KEYS', 'DIGEST_KEYS'] as const

type Variable = (typeof KEY_VARIABLES)[number]
export type Keys = Record<Variable, string>

/** What is given with the deployment: the text of either variable, and names of keys that may go now. */
export interface GivenKeys extends Partial<Keys> {
  retired: readonly string[]
}

type Functions = ReadonlyMap<string, Pick<HeldFunction, 'variables'> | null>

/**
 * The keys that every function gets that needs them. Given ones must hold all that the functions hold, since what was written with a
 * lost key cannot be read again; without given ones those that the functions hold stay.
 * @throws DeployFailure, in which no key stands, when there are none, when they are no keys, or when they would replace one in use
 */
export function agreedKeys(given: GivenKeys, functions: Functions): Keys {
  const agreed = (variable: Variable) => {
    const held = heldIn(functions, variable)
    const text = given[variable]?.trim()
    if (!text) return keptKeys(variable, held)
    requireHeld(variable, text, held, given.retired)
    return text
  }
  return { FIELD_KEYS: agreed('FIELD_KEYS'), DIGEST_KEYS: agreed('DIGEST_KEYS') }
}

/** Which function holds what, where it holds something. */
const heldIn = (functions: Functions, variable: Variable): [string, string][] =>
  [...functions].flatMap(([name, held]) => {
    const text = held?.variables[variable]
    return text ? [[name, text] as [string, string]] : []
  })

/**
 * Looks, where no function holds keys, whether anything was sealed with some: whatever is given, nobody knows whether it opens that.
 * @throws DeployFailure where there are elders
 */
export async function requireNothingSealed(cloud: Cloud, functions: Functions): Promise<void> {
  const lost = KEY_VARIABLES.filter((variable) => heldIn(functions, variable).length === 0)
  if (lost.length === 0 || !(await cloud.collections()).includes('elders') || (await cloud.isEmpty('elders')))
    return
  throw new DeployFailure(
    `环境里已经有老人，可没有一个云函数有 ${lost.join(' 和 ')}，什么也没有改：换一副密钥，他们的证件号和电话就再也读不出来。请找出从前的那一副，先在云开发控制台里写进云函数 people 的环境变量（没有 people 就先建一个），再运行一次（docs/keys.md）。`,
  )
}

function keptKeys(variable: Variable, held: readonly [string, string][]): string {
  const texts = [...new Set(held.map(([, text]) => text))]
  const [text] = texts
  if (text === undefined)
    throw new DeployFailure(
      `还没有密钥：环境变量 ${variable} 是空的，云函数里也没有。可以用 npm run deploy -- --make-keys 文件 做一副，照它说的再运行。老人的证件号和电话都靠它保密，请另存一份（docs/keys.md）。`,
    )
  if (texts.length > 1)
    throw new DeployFailure(
      `各个云函数的 ${variable} 不一样（${held.map(([name]) => name).join('、')}），不知道该用哪一份。请把完整的那一份放进环境变量 ${variable}，再运行（docs/keys.md）。`,
    )
  return text
}

function requireHeld(
  variable: Variable,
  text: string,
  held: readonly [string, string][],
  retired: readonly string[],
): void {
  const keys = read(variable, text, '环境变量里的')
  const [first] = keys
  for (const [name, heldText] of held) {
    const theirs = read(variable, heldText, `云函数 ${name} 的`)
    for (const one of theirs) {
      const same = keys.find((key) => key.name === one.name)
      if (same ? !same.bytes.equals(one.bytes) : !retired.includes(one.name))
        throw new DeployFailure(
          same
            ? `${variable} 里叫“${one.name}”的密钥和云函数 ${name} 正在用的不是同一把，没有换：换了，已经存下的就再也读不出来。请找出原来那一份（docs/keys.md）。`
            : `云函数 ${name} 还在用 ${variable} 里的密钥“${one.name}”，给的一份里没有它，没有换。要换密钥请照 docs/keys.md 一步一步来；确实换完了，加上 --retire-key ${one.name}。`,
        )
    }
    if (!theirs.some((one) => one.name === first.name))
      throw new DeployFailure(
        `${variable} 里的新密钥“${first.name}”还不能放在最前面：云函数 ${name} 还没有它，读不出用它写的。请先把它放在后面部署一次（docs/keys.md）。`,
      )
  }
}

function read(variable: Variable, text: string, whose: string) {
  try {
    return parseKeys(variable, text)
  } catch (error) {
    throw new DeployFailure(`${whose}密钥不能用：${badKeyWords(error)}`)
  }
}

/**
 * Writes a fresh pair of keys into a new file that only its owner reads, ready to be put into the environment.
 * @throws DeployFailure where the file is there already: it may hold keys that are in use
 */
export function makeKeys(file: string, now: Date): void {
  const name = now.toISOString().slice(0, 7)
  const lines = KEY_VARIABLES.map((variable) => `${variable}=${name}:${randomBytes(32).toString('base64')}\n`)
  try {
    writeFileSync(file, lines.join(''), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new DeployFailure(
      code === 'EEXIST'
        ? `${file} 已经有了，里面可能有正在用的密钥，没有动它。请另写一个文件名。`
        : `${file} 写不了（${code}）。请换一个地方。`,
    )
  }
}
