import { inspect } from 'node:util'
import {
  digests,
  isSealedWithFirstKey,
  personOf,
  requireKeys,
  reseal,
  sameText,
  seal,
  unseal,
} from '../../cloudfunctions/_shell/secrets'
import { AppError } from '../../types/errors'

const ID_NUMBER = '11010519491231002X'
const ABOUT = 'elders/e-1/idNumber'

/** A key as it stands in a variable; no two letters give the same. */
const keyOf = (letter: string, bytes = 32) => Buffer.alloc(bytes, letter).toString('base64')
const OLD = `old:${keyOf('o')}`
const NEW = `new:${keyOf('n')}`

beforeEach(() => {
  process.env.FIELD_KEYS = OLD
  process.env.DIGEST_KEYS = OLD
})

describe('seal', () => {
  it.each([ID_NUMBER, '北京市东城区长江里 3 号楼 502', '𠮷', '', 'x'.repeat(10_000)])(
    'can be undone by unseal',
    (text) => {
      expect(unseal(seal(text, ABOUT), ABOUT)).toBe(text)
    },
  )

  it('names version and key, and shows nothing of the text', () => {
    const sealed = seal(ID_NUMBER, ABOUT)
    expect(sealed).toMatch(/^v1\.old\.[A-Za-z0-9_-]{62}$/)
    expect(Buffer.from(bodyOf(sealed), 'base64url').includes(ID_NUMBER)).toBe(false)
  })

  it('makes equal texts look different', () => {
    expect(new Set(Array.from({ length: 50 }, () => seal(ID_NUMBER, ABOUT))).size).toBe(50)
  })
})

describe('unseal', () => {
  it.each(['elders/e-2/idNumber', 'elders/e-1/phone', 'elders/e-1/idNumber ', ''])(
    'does not open it as %s',
    (elsewhere) => {
      expect(thrownBy(() => unseal(seal(ID_NUMBER, ABOUT), elsewhere))).toEqual(new AppError('KEY_LOST'))
    },
  )

  it('does not open it with any of its bytes changed', () => {
    const sealed = seal(ID_NUMBER, ABOUT)
    const bytes = Buffer.from(bodyOf(sealed), 'base64url')
    const opened = [...bytes.keys()].filter((at) => {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      return isOpened(`v1.old.${changed.toString('base64url')}`)
    })
    expect(bytes).toHaveLength(12 + 16 + 18)
    expect(opened).toEqual([])
  })

  it('does not open it with any of its characters changed, also those that decode alike', () => {
    process.env.FIELD_KEYS = `${OLD},${NEW}`
    const sealed = seal(ID_NUMBER, ABOUT)
    const changed = [...sealed].flatMap((character, at) =>
      [...'ABCDwxyz01289-_.+/= \n']
        .filter((other) => other !== character)
        .map((other) => sealed.slice(0, at) + other + sealed.slice(at + 1)),
    )
    expect(changed.filter(isOpened)).toEqual([])
  })

  it('opens no part of it, and nothing longer', () => {
    const sealed = seal(ID_NUMBER, ABOUT)
    const parts = [...sealed].map((_character, at) => sealed.slice(0, at))
    expect(
      [...parts, `${sealed}A`, `${sealed}AAAA`, `${sealed}=`, ` ${sealed}`, `${sealed}\n`].filter(isOpened),
    ).toEqual([])
  })

  it('opens nothing that was never sealed', () => {
    expect([ID_NUMBER, '', 'v1.old.', 'v2.old.AAAA', 'v1.__proto__.AAAA'].filter(isOpened)).toEqual([])
  })

  it('does not open it under the name of another key', () => {
    process.env.FIELD_KEYS = `${OLD},${NEW}`
    expect(isOpened(seal(ID_NUMBER, ABOUT).replace('.old.', '.new.'))).toBe(false)
  })
})

describe('a change of FIELD_KEYS', () => {
  it('seals with the first key and opens with all', () => {
    const sealedBefore = seal(ID_NUMBER, ABOUT)
    process.env.FIELD_KEYS = `${NEW},${OLD}`
    const sealedAfter = seal(ID_NUMBER, ABOUT)

    expect(unseal(sealedBefore, ABOUT)).toBe(ID_NUMBER)
    expect(unseal(sealedAfter, ABOUT)).toBe(ID_NUMBER)
    expect([sealedBefore, sealedAfter, ID_NUMBER, ''].map(isSealedWithFirstKey)).toEqual([
      false,
      true,
      false,
      false,
    ])
  })

  it('leaves nothing behind once everything is resealed', () => {
    const sealed = seal(ID_NUMBER, ABOUT)
    process.env.FIELD_KEYS = `${NEW},${OLD}`
    const resealed = reseal(sealed, ABOUT)
    process.env.FIELD_KEYS = NEW

    expect(isSealedWithFirstKey(resealed)).toBe(true)
    expect(unseal(resealed, ABOUT)).toBe(ID_NUMBER)
    expect(thrownBy(() => unseal(sealed, ABOUT))).toEqual(new AppError('KEY_LOST'))
    expect(thrownBy(() => reseal(sealed, ABOUT))).toEqual(new AppError('KEY_LOST'))
  })

  it('does not open it with another key of the same name', () => {
    const sealed = seal(ID_NUMBER, ABOUT)
    process.env.FIELD_KEYS = `old:${keyOf('x')}`
    expect(isOpened(sealed)).toBe(false)
  })

  it('takes spaces and line ends around entries', () => {
    const sealed = seal(ID_NUMBER, ABOUT)
    process.env.FIELD_KEYS = ` ${NEW} ,\n ${OLD}\n`
    expect(unseal(sealed, ABOUT)).toBe(ID_NUMBER)
  })
})

describe('digests', () => {
  it('are the same for the same text, and tell texts, kinds and keys apart', () => {
    const [digest] = digests(ID_NUMBER, 'idNumber')
    expect(digest).toMatch(/^[0-9a-f]{40}$/)
    expect(digests(ID_NUMBER, 'idNumber')).toEqual([digest])

    const others = [...digests('110105194912310038', 'idNumber'), ...digests(ID_NUMBER, 'phone')]
    process.env.DIGEST_KEYS = NEW
    expect(new Set([digest, ...others, ...digests(ID_NUMBER, 'idNumber')]).size).toBe(4)
  })

  it('do not mix kind and text up', () => {
    expect(digests('b', 'a')).not.toEqual(digests('', 'ab'))
    expect(digests('c', 'a","b')).not.toEqual(digests('b","c', 'a'))
  })

  it('find under both keys during a change, the first key first', () => {
    const [written] = digests(ID_NUMBER, 'idNumber')
    process.env.DIGEST_KEYS = NEW
    const [writtenNow] = digests(ID_NUMBER, 'idNumber')
    process.env.DIGEST_KEYS = `${NEW},${OLD}`
    expect(digests(ID_NUMBER, 'idNumber')).toEqual([writtenNow, written])
  })
})

describe('requireKeys', () => {
  const faults = [
    ['an unset variable', undefined, ' is missing or empty'],
    ['an empty variable', ' ', ' is missing or empty'],
    ['an empty entry', `${OLD},`, ', entry 2, is empty'],
    ['a key without a name', keyOf('s'), ', entry 1, does not begin with a name'],
    ['an empty name', `:${keyOf('s')}`, ', entry 1, does not begin with a name'],
    ['a name with a dot', `a.b:${keyOf('s')}`, ', entry 1, does not begin with a name'],
    ['a name without a key', `${OLD},secretname:`, ', entry 2, has no key after its name'],
    ['text that is not base64', `${OLD},new:not-a-secret-in-base64`, ', entry 2, is not base64'],
    ['base64 without its end', `new:${keyOf('s').slice(0, -1)}`, ', entry 1, is not base64'],
    ['a key of 16 bytes', `new:${keyOf('s', 16)}`, ', entry 1, is 16 bytes long, not 32'],
    ['a key of 33 bytes', `new:${keyOf('s', 33)}`, ', entry 1, is 33 bytes long, not 32'],
    ['a name used twice', `${OLD},${NEW},old:${keyOf('s')}`, ', entry 3, has the name of an earlier entry'],
  ] as const

  it('is content with good keys', () => {
    expect(requireKeys).not.toThrow()
  })

  describe.each(['FIELD_KEYS', 'DIGEST_KEYS'] as const)('%s', (variable) => {
    it.each(faults)('refuses %s, and tells nothing of it', (_case, value, fault) => {
      if (value === undefined) delete process.env[variable]
      else process.env[variable] = value

      const error = thrownBy(requireKeys)
      expect(error).not.toBeInstanceOf(AppError)
      expect(String(error)).toContain(`Error: ${variable}${fault}`)
      expect(String(error)).toContain('See docs/keys.md.')
      expectUntold(error, (value ?? '').split(/[,:]/))
    })
  })

  it('is what every use of a bad key meets, not KEY_LOST', () => {
    const sealed = seal(ID_NUMBER, ABOUT)
    process.env.FIELD_KEYS = ''
    process.env.DIGEST_KEYS = ''
    const uses = [
      () => seal(ID_NUMBER, ABOUT),
      () => unseal(sealed, ABOUT),
      () => isSealedWithFirstKey(sealed),
      () => digests(ID_NUMBER, 'idNumber'),
    ]
    for (const use of uses) expect(String(thrownBy(use))).toContain('_KEYS is missing or empty')
  })
})

describe('KEY_LOST', () => {
  it('tells nothing of text, record or key', () => {
    const sealed = seal(ID_NUMBER, ABOUT)
    const moved = thrownBy(() => unseal(sealed, 'elders/e-2/idNumber'))
    process.env.FIELD_KEYS = NEW
    const lost = thrownBy(() => unseal(sealed, ABOUT))
    const plain = thrownBy(() => unseal(ID_NUMBER, ABOUT))
    for (const error of [moved, lost, plain])
      expectUntold(error, [ID_NUMBER, sealed, 'elders/e-', keyOf('o'), keyOf('n')])
  })
})

describe('personOf', () => {
  it('is the front of the SHA-256 of an openid, whatever the keys', () => {
    process.env.DIGEST_KEYS = ''
    expect(personOf('abc')).toBe('ba7816bf8f01cfea') // the example of FIPS 180-2
    expect(personOf('o-daughter')).not.toBe(personOf('o-son'))
  })
})

describe('sameText', () => {
  it.each([
    ['12345678', '12345678', true],
    ['', '', true],
    ['12345678', '12345679', false],
    ['12345678', '1234567', false],
    ['12345678', '', false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(sameText(a, b)).toBe(expected)
  })
})

const bodyOf = (sealed: string) => sealed.split('.')[2] ?? ''

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

/** False only for `KEY_LOST`: any other failure is a fault of this file's subject. */
function isOpened(sealed: string): boolean {
  try {
    unseal(sealed, ABOUT)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'KEY_LOST') return false
    throw error
  }
}

/** None of the texts, if long enough to tell something, may be in what a log would show of an error. */
function expectUntold(error: unknown, texts: string[]): void {
  const told = inspect(error, { depth: 5, showHidden: true })
  expect(texts.filter((text) => text.trim().length > 8 && told.includes(text))).toEqual([])
}
