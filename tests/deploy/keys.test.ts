import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseKeys } from '../../cloudfunctions/_shell/secrets'
import { DeployFailure } from '../../config/deploy/failure'
import { agreedKeys, type GivenKeys, makeKeys } from '../../config/deploy/keys'

const key = (name: string, byte: number) => `${name}:${Buffer.alloc(32, byte).toString('base64')}`
const [old, fresh] = [key('2026-11', 1), key('2027-01', 2)]
const digest = key('d', 9)

/** Functions that hold these field keys; null: a function that is not there yet. */
const functions = (...held: (string | null)[]) =>
  new Map(
    held.map((text, nth) => [
      `f${nth}`,
      text === null ? null : { variables: { FIELD_KEYS: text, DIGEST_KEYS: digest } },
    ]),
  )
const given = (text: string | undefined, ...retired: string[]): GivenKeys => ({
  ...(text !== undefined && { FIELD_KEYS: text, DIGEST_KEYS: digest }),
  retired,
})
const fieldKeys = (wish: GivenKeys, held: ReturnType<typeof functions>) => agreedKeys(wish, held).FIELD_KEYS

describe('agreedKeys', () => {
  it.each([
    ['given ones where nobody has any', given(old), functions(null), old],
    ['those that are held, where none are given', given(undefined), functions(old, null), old],
    ['the same again', given(old), functions(old, old), old],
    ['a new one behind the old one', given(`${old},${fresh}`), functions(old, old), `${old},${fresh}`],
    [
      'a new one behind, for the functions that a run did not reach',
      given(`${old},${fresh}`),
      functions(`${old},${fresh}`, old),
      `${old},${fresh}`,
    ],
    [
      'a new one in front once all have it',
      given(`${fresh},${old}`),
      functions(`${old},${fresh}`, `${old},${fresh}`),
      `${fresh},${old}`,
    ],
    [
      'a list without the old one once it may go',
      given(fresh, '2026-11'),
      functions(`${fresh},${old}`, `${fresh},${old}`),
      fresh,
    ],
  ])('takes %s', (_, wish, held, text) => {
    expect(fieldKeys(wish, held)).toBe(text)
  })

  it.each([
    ['where there are none', given(undefined), functions(null), /还没有密钥.*--make-keys/],
    ['where each function has others', given(undefined), functions(old, fresh), /不一样（f0、f1）/],
    ['another key of the same name', given(key('2026-11', 7)), functions(old), /正在用的不是同一把，没有换/],
    ['a list without the key in use', given(fresh), functions(old), /还在用 FIELD_KEYS 里的密钥“2026-11”/],
    [
      'a new key in front that one function cannot open yet',
      given(`${fresh},${old}`),
      functions(`${old},${fresh}`, old),
      /还不能放在最前面：云函数 f1 还没有它/,
    ],
    [
      'what is no key',
      given('2026-11:abc'),
      functions(null),
      /^环境变量里的密钥不能用：FIELD_KEYS，第 1 把不是 base64 的写法。/,
    ],
    [
      'an entry of nothing',
      given(`${old},`),
      functions(null),
      /FIELD_KEYS，第 2 把是空的。请看看是不是多了一个逗号/,
    ],
    ['a key without a name', given('abc'), functions(null), /第 1 把前面没有名称。请写成“名称:密钥”/],
    ['a name without a key', given('a:'), functions(null), /第 1 把只有名称，冒号后面没有密钥/],
    ['a key that is too short', given('a:c2hvcnQ='), functions(null), /第 1 把长短不对，应该是 32 字节/],
    ['a name that stands twice', given(`${old},${old}`), functions(null), /第 2 把和前面一把重名/],
    [
      'what a function holds and is no key',
      given(old),
      functions('abc'),
      /^云函数 f0 的密钥不能用：FIELD_KEYS，第 1 把/,
    ],
  ])('refuses %s, and shows no key', (_, wish, held, words) => {
    const text = String(catching(() => fieldKeys(wish, held)))
    expect(text).toMatch(words)
    expect(text).not.toMatch(/\b(is|has|does|entry|See)\b/)
    for (const made of [1, 2, 7]) expect(text).not.toContain(Buffer.alloc(32, made).toString('base64'))
  })
})

describe('makeKeys', () => {
  it('writes two keys for their owner alone, and never over a file that is there', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'silver-station-')), 'keys')
    makeKeys(file, new Date('2026-11-22T00:00:00Z'))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const text = readFileSync(file, 'utf8')
    for (const variable of ['FIELD_KEYS', 'DIGEST_KEYS'] as const) {
      const [, value = ''] = new RegExp(`^${variable}=(.+)$`, 'm').exec(text) ?? []
      expect(parseKeys(variable, value)[0].name).toBe('2026-11')
    }
    expect(String(catching(() => makeKeys(file, new Date())))).toMatch(/已经有了.*没有动它/)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

function catching(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    if (error instanceof DeployFailure) return error.message
    throw error
  }
}
