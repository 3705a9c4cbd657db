/**
 * Personal identifiers are encrypted here before the database sees them: it has no rules for single fields, and whoever
 * can open its console or a backup reads every document.
 *
 * Keys come from the function's environment, `FIELD_KEYS` for sealing and `DIGEST_KEYS` for lookups, each a list
 * `name:base64(32 bytes),…`. The first is used for new data, all of them for reading, so that keys are changed by putting
 * a new one in front. No error here ever contains a key, or a text that was to be sealed or opened.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { AppError } from '#types/errors'

interface Key {
  name: string
  bytes: Buffer
}
type Keys = readonly [Key, ...Key[]]
type Variable = 'FIELD_KEYS' | 'DIGEST_KEYS'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
/** What can be wrong with a list of keys or with one of its entries, as a function's log says it. */
const keyFaults = {
  missing: 'is missing or empty',
  empty: 'is empty',
  unnamed: 'does not begin with a name (at most 32 letters, digits, - and _) and a colon',
  keyless: 'has no key after its name',
  notBase64: 'is not base64',
  wrongLength: `bytes long, not ${KEY_BYTES}`,
  repeated: 'has the name of an earlier entry',
} as const

export type KeyFault = keyof typeof keyFaults

/** Which variable, and which entry of its list, from 1. */
interface KeyPlace {
  variable: Variable
  entry?: number
}

/** The fault is told by its place only, and `bytes` where there are too few or too many: even what stands for a name is the key itself where the colon is missing. */
export class BadKeys extends Error {
  constructor(
    readonly place: KeyPlace,
    readonly fault: KeyFault,
    bytes?: number,
  ) {
    const where = place.entry ? `${place.variable}, entry ${place.entry},` : place.variable
    super(`${where} ${bytes === undefined ? '' : `is ${bytes} `}${keyFaults[fault]}. See docs/keys.md.`)
  }
}

/** Sizes that NIST SP 800-38D recommends for GCM; with random IVs one key is good for 2^32 sealed texts. */
const IV_BYTES = 12
const TAG_BYTES = 16

/** 160 bits of a digest: nobody finds two texts of one digest, and a document's index stays small. */
const DIGEST_LENGTH = 40

/** 64 bits: two of a million accounts share an id with a probability below 10^-7. */
const PERSON_LENGTH = 16

const SEALED = /^v1\.([\w-]+)\.([\w-]+)$/

/**
 * Encrypts a text with the first of `FIELD_KEYS` (AES-256-GCM, a random IV each time, so that equal texts do not look equal).
 * @param text of any length, also empty; how long it is can be seen
 * @param about the field of the record that it belongs to (`elders/e-1/idNumber`): it can be opened nowhere else
 * @returns `v1.<name of the key>.<base64url of IV, tag and cipher text>`
 */
export function seal(text: string, about: string): string {
  const [key] = keysOf('FIELD_KEYS')
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key.bytes, iv, { authTagLength: TAG_BYTES }).setAAD(
    Buffer.from(about),
  )
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `v1.${key.name}.${Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString('base64url')}`
}

/**
 * Decrypts what `seal` made for the same `about`, with whichever of `FIELD_KEYS` it names.
 * @throws AppError `KEY_LOST` when that key is gone, or when the text was changed, moved here from another record, or
 * never sealed at all: which of these is not told
 */
export function unseal(sealed: string, about: string): string {
  const [, name, body = ''] = SEALED.exec(sealed) ?? []
  const key = keysOf('FIELD_KEYS').find((one) => one.name === name)
  const bytes = Buffer.from(body, 'base64url')
  // Several texts decode to the same bytes; only the one that was written counts.
  if (!key || bytes.length < IV_BYTES + TAG_BYTES || bytes.toString('base64url') !== body)
    throw new AppError('KEY_LOST')

  const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const decrypted = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decrypted, decipher.final()]).toString('utf8')
  } catch {
    throw new AppError('KEY_LOST')
  }
}

/** Whether a sealed text needs no resealing. False for any other text. */
export function isSealedWithFirstKey(sealed: string): boolean {
  return SEALED.exec(sealed)?.[1] === keysOf('FIELD_KEYS')[0].name
}

/**
 * The same text sealed again with the first key, always anew.
 * @throws AppError `KEY_LOST` as `unseal` does
 */
export function reseal(sealed: string, about: string): string {
  return seal(unseal(sealed, about), about)
}

/**
 * Digests by which a sealed text can be looked up: HMAC-SHA256 under each of `DIGEST_KEYS`, first key first. A write
 * stores the first; a lookup tries all. Without the key nobody can try out the few numbers that are possible.
 * @param text already in its one normal form
 * @param of the kind of text (`idNumber`): equal texts of two kinds have nothing in common
 * @returns 40 hexadecimal digits for each key, never none
 */
export function digests(text: string, of: string): [string, ...string[]] {
  const message = JSON.stringify([of, text]) // so that no other pair gives the same bytes
  const digestWith = ({ bytes }: Key) =>
    createHmac('sha256', bytes).update(message).digest('hex').slice(0, DIGEST_LENGTH)
  const [first, ...others] = keysOf('DIGEST_KEYS')
  return [digestWith(first), ...others.map(digestWith)]
}

/**
 * What tells one request from another. Keyed wherever there are keys: a plain digest of a body with a telephone number in it
 * could be tried out.
 */
export function bodyDigest(text: string): string {
  if (process.env.DIGEST_KEYS) return digests(text, 'body')[0]
  return createHash('sha256').update(text).digest('base64url')
}

/**
 * The id under which others may know an account: 16 hexadecimal digits of the openid's SHA-256. It needs no key, as an
 * openid is random and cannot be guessed, and so it survives every change of keys.
 */
export function personOf(openid: string): string {
  return createHash('sha256').update(openid).digest('hex').slice(0, PERSON_LENGTH)
}

/** Whether two texts are equal, in a time that tells nothing of where they differ. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b))
}

/**
 * Reads both variables, so that a function without keys, or with bad ones, does not start: call it when the module loads.
 * @throws BadKeys that names the variable, which entry of its list is wrong and how, and nothing of its value
 */
export function requireKeys(): void {
  keysOf('FIELD_KEYS')
  keysOf('DIGEST_KEYS')
}

/** Whether a key is on its way out: something may still be sealed or digested with it. */
export function isChangingKeys(): boolean {
  const names: Variable[] = ['FIELD_KEYS', 'DIGEST_KEYS']
  return names.some((name) => process.env[name] && keysOf(name).length > 1)
}

const kept = new Map<Variable, { text: string; keys: Keys }>()

/** Parsed again only when the variable's text has changed, as it does in tests. */
function keysOf(variable: Variable): Keys {
  const text = process.env[variable] ?? ''
  const known = kept.get(variable)
  if (known?.text === text) return known.keys
  const keys = parseKeys(variable, text)
  kept.set(variable, { text, keys })
  return keys
}

/**
 * The keys that a variable's text holds, first key first.
 * @throws BadKeys that names the variable, which entry of its list is wrong and how, and nothing of its value
 */
export function parseKeys(variable: Variable, text: string): Keys {
  if (text.trim() === '') throw new BadKeys({ variable }, 'missing')
  const [first = '', ...others] = text.split(',')
  const keys: Keys = [
    parseKey(first, { variable, entry: 1 }),
    ...others.map((entry, index) => parseKey(entry, { variable, entry: index + 2 })),
  ]
  const repeated = keys.findIndex(({ name }, index) => keys.findIndex((one) => one.name === name) < index)
  if (repeated > 0) throw new BadKeys({ variable, entry: repeated + 1 }, 'repeated')
  return keys
}

function parseKey(entry: string, place: KeyPlace): Key {
  const [, name = '', encoded = ''] = /^([^:]*):(.*)$/s.exec(entry.trim()) ?? []
  if (entry.trim() === '') throw new BadKeys(place, 'empty')
  if (!/^[\w-]{1,32}$/.test(name)) throw new BadKeys(place, 'unnamed')
  if (encoded === '') throw new BadKeys(place, 'keyless')

  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.toString('base64') !== encoded) throw new BadKeys(place, 'notBase64')
  if (bytes.length !== KEY_BYTES) throw new BadKeys(place, 'wrongLength', bytes.length)
  return { name, bytes }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()
