/**
 * The only file that knows wx-server-sdk. It offers the few database operations that the product keeps to, typed;
 * the SDK's own typings lag behind its code, so its values are cast here, once.
 */
import sdk from 'wx-server-sdk'
import type { Place } from '#types/values'
import type { CollectionName, Documents, Field } from '../_domain/documents'
import { failureOf, isBrokenOff } from './failures'
import { asGuard } from './guards'
import { typedLetters } from './names/typed-letters'
import { literally, spellingsOf } from './spellings'

/** Milliseconds that the SDK waits for an answer before it gives a call up. */
export const TIMEOUT = Number(process.env.SDK_TIMEOUT ?? 2500)

/** So many files go in one call. */
const MOST_FILES = 50

/** The part of the SDK in use, as it behaves (wx-server-sdk 4.0.2), not as it is declared. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol
  init(options: { env: symbol; timeout: number }): void
  database(options: { throwOnNotFound: boolean }): Database
  getWXContext(): { OPENID?: string | number; SOURCE?: string; ENV?: string }
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  getTempFileURL(files: {
    fileList: { fileID: string; maxAge: number }[]
  }): Promise<{ fileList: { fileID: string; status: number; tempFileURL: string }[] }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
  openapi: {
    subscribeMessage: { send(message: SubscribeMessage): Promise<unknown> }
    security: {
      msgSecCheck(text: {
        openid: string
        scene: number
        version: number
        content: string
      }): Promise<{ result?: { suggest?: string } }>
      mediaCheckAsync(photo: {
        openid: string
        scene: number
        version: number
        mediaType: number
        mediaUrl: string
      }): Promise<{ traceId?: string }>
    }
    phonenumber: {
      getPhoneNumber(code: { code: string }): Promise<{ phoneInfo?: { purePhoneNumber?: string } }>
    }
  }
}
interface Database {
  command: Command
  Geo: { Point(lng: number, lat: number): unknown }
  RegExp(pattern: { regexp: string; options?: string }): unknown
  collection(name: string): Collection
  runTransaction<T>(run: (transaction: Transaction) => Promise<T>, retries: number): Promise<T>
}
interface Transaction {
  collection(name: string): { doc(id: string): Doc; add(document: { data: object }): Promise<unknown> }
}
interface Doc {
  get(): Promise<{ data: StoredDocument | null }>
  field(fields: Record<string, true>): Doc
  set(document: { data: object }): Promise<unknown>
  remove(): Promise<unknown>
}
interface Collection extends Query {
  doc(id: string): Doc
  add(document: { data: object }): Promise<unknown>
  aggregate(): Pipeline
}
interface Pipeline {
  match(condition: object): Pipeline
  unwind(path: string): Pipeline
  group(groups: object): Pipeline
  sort(fields: object): Pipeline
  limit(most: number): Pipeline
  end(): Promise<{ list: Record<string, unknown>[] }>
}
interface Query {
  where(condition: object): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  limit(most: number): Query
  field(fields: Record<string, true>): Query
  remove(): Promise<{ stats: { removed: number } }>
  update(change: { data: object }): Promise<{ stats: { updated: number } }>
  get(): Promise<{ data: StoredDocument[] }>
}
interface Command {
  in(values: readonly unknown[]): unknown
  gt(value: unknown): unknown
  lt(value: unknown): unknown
  neq(value: unknown): unknown
  exists(isThere: boolean): unknown
  gte(value: unknown): Range
  or(conditions: object[]): object
  elemMatch(condition: object): unknown
  inc(by: number): unknown
  set(value: unknown): unknown
  remove(): unknown
  push(change: { each: readonly unknown[]; slice: number; position?: number }): unknown
  addToSet(value: unknown): unknown
  pull(condition: object): unknown
  and(conditions: object[]): object
  geoNear(options: { geometry: unknown; minDistance?: number; maxDistance?: number }): unknown
}
/** A condition on one field that takes another. */
interface Range {
  and(other: unknown): unknown
}
type StoredDocument = { _id: string } & Record<string, unknown>

/** A subscribe message as WeChat wants it. */
interface SubscribeMessage {
  touser: string
  templateId: string
  page?: string
  data: Record<string, { value: string }>
}

const cloud = sdk as unknown as Sdk // the declared types refuse what the code accepts (database options, symbols)
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, timeout: TIMEOUT })
const db = cloud.database({ throwOnNotFound: false })

/** Conditions for `select`, and changes of lists for `updateWhere`. */
export const command = {
  ...pickConditions(db.command),
  /** From the first value on, up to but without the second. */
  between: (from: unknown, to: unknown) => db.command.gte(from).and(db.command.lt(to)),
}

/** All of several conditions. */
export function allOf(conditions: readonly object[]): object {
  const [only, ...others] = conditions
  return only && others.length === 0 ? only : db.command.and([...conditions])
}

/** Metres to the other side of the earth. The SDK writes a distance that is left out as none. */
const FARTHEST = 20_040_000

/** So many metres from a place, along the great circle; without `to`, however far. A query with it comes nearest first. */
export const near = (place: Place, { from, to = FARTHEST }: { from: number; to?: number }): unknown =>
  db.command.geoNear({ geometry: db.Geo.Point(place.lng, place.lat), minDistance: from, maxDistance: to })

/** Is this name, in any of the spellings that are one name (`nameKey`). */
export const isNamed = (name: string): unknown => db.RegExp({ regexp: `^${spellingsOf(name)}$` })

/** Begins with this part of a name, in any of its spellings. */
export const beginsNamed = (part: string): unknown => db.RegExp({ regexp: `^${spellingsOf(part)}` })

/** Is read as this says, or begins so; null where it holds no letters. Fields of an elder, which keeps how her name is read. */
export function soundsLike(text: string): Record<string, unknown> | null {
  const typed = typedLetters(text)
  if (!typed) return null
  const { characters, pattern } = typed
  return {
    ...(characters !== '' && { name: beginsNamed(characters) }),
    readings: db.RegExp({ regexp: pattern }),
  }
}

/** The same from any character of the name on. For elders whose ids are known: no index finds it. */
export function soundsLikeWithin(text: string): Record<string, unknown> | null {
  const typed = typedLetters(text, 'anywhere')
  return typed && { readings: db.RegExp({ regexp: typed.pattern }) }
}

/** Longer texts are looked for as they are: with something between any two of many characters a search takes long. */
const MOST_APART = 12

/**
 * Has the characters of this text in it, in their order, whatever they are and whatever stands between: 映湖驿站 is 映湖社区养老驿站 to
 * people. Only for a collection of which all may be read.
 */
export function has(text: string): unknown {
  const characters = [...text].filter((one) => one.trim() !== '')
  const isShort = characters.length <= MOST_APART
  return db.RegExp({ regexp: characters.map(literally).join(isShort ? '.*' : '') })
}

/** The openid on whose behalf this invocation runs; null when nobody is signed in. Read inside the handler only. */
export function callerOpenid(): string | null {
  const { OPENID } = cloud.getWXContext()
  return OPENID === undefined || OPENID === '' ? null : String(OPENID)
}

/** What called: `wx_client`, `wx_trigger` … */
export const callerSource = (): string | undefined => cloud.getWXContext().SOURCE

/** One document by id; null when there is none. */
export async function find<N extends CollectionName>(name: N, id: string): Promise<Documents[N] | null> {
  return asRecord<N>((await read(() => db.collection(name).doc(id).get())).data)
}

/** The same with some of its fields alone, dotted where they lie inside another. */
export async function findFields<N extends CollectionName, F extends Field<N>>(
  name: N,
  id: string,
  fields: readonly (F | `${F}.${string}`)[],
): Promise<Pick<Documents[N], F> | null> {
  return asRecord<N>((await read(() => db.collection(name).doc(id).field(only(fields)).get())).data)
}

/** The same of all documents that fit, in any order, at most `limit`. */
export async function selectFields<N extends CollectionName, F extends Field<N>>(
  name: N,
  fields: readonly F[],
  { where, limit }: Pick<Selection, 'where' | 'limit'>,
): Promise<Pick<Documents[N], F | 'id'>[]> {
  const query = db.collection(name).where(where).field(only(fields)).limit(limit)
  return (await read(() => query.get())).data.map(toRecord<N>)
}

const only = (fields: readonly string[]): Record<string, true> =>
  Object.fromEntries(fields.map((field) => [field, true as const]))

/** How a list is read: a condition on indexed fields, an order, and never more than `limit` documents. */
interface Selection {
  where: object
  orderBy?: [field: string, direction: 'asc' | 'desc'][]
  limit: number
}

/** The documents that fit, in order, at most `limit`. */
export async function select<N extends CollectionName>(
  name: N,
  { where, orderBy = [], limit }: Selection,
): Promise<Documents[N][]> {
  let query = db.collection(name).where(where)
  for (const [field, direction] of orderBy) query = query.orderBy(field, direction)
  return (await read(() => query.limit(limit).get())).data.map(toRecord<N>)
}

/** The documents whose `location` is nearest to a place, nearest first. */
export async function selectNearest<N extends CollectionName>(
  name: N,
  place: Place,
  { where, limit }: { where: object; limit: number },
): Promise<Documents[N][]> {
  const location = db.command.geoNear({ geometry: db.Geo.Point(place.lng, place.lat) })
  const query = db.collection(name).where({ ...where, location })
  return (await read(() => query.limit(limit).get())).data.map(toRecord<N>)
}

/**
 * Reads, and once more where the connection broke off: the other side may close an idle one at the moment in which it is used
 * again. Inside a transaction nothing is read twice: it fails as a whole, and is carried out anew as a whole (`transact`).
 */
async function read<T>(once: () => Promise<T>): Promise<T> {
  try {
    return await once()
  } catch (error) {
    if (isBrokenOff(error)) return once()
    throw error
  }
}

/** What can be done inside a transaction: documents by id, nothing else (other calls escape it silently). */
export interface Tx {
  find<N extends CollectionName>(name: N, id: string): Promise<Documents[N] | null>
  /**
   * Writes a document in place of what was there. One that is as it was read here stands guard: whoever has read it too and writes
   * it meets this write, as it would meet a change (`asGuard`).
   */
  put<N extends CollectionName>(name: N, record: Documents[N]): Promise<void>
  /** Writes a document that must be new; a second one with its id fails the transaction. */
  add<N extends CollectionName>(name: N, record: Documents[N]): Promise<void>
  remove(name: CollectionName, id: string): Promise<void>
}

/** Runs a callback in one transaction, once. Conflicts are the caller's to retry (`transact`). */
export function runOnce<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  return db.runTransaction((transaction) => run(asTx(transaction)), 0)
}

/** Writes one document by itself, in place of what was there. */
export async function putAlone<N extends CollectionName>(
  name: N,
  { id, ...data }: Documents[N],
): Promise<void> {
  await db.collection(name).doc(id).set({ data })
}

/** Writes one document by itself, unless there is one of its id. @returns whether it was written */
export async function addAlone<N extends CollectionName>(
  name: N,
  { id, ...data }: Documents[N],
): Promise<boolean> {
  try {
    await db.collection(name).add({ data: { _id: id, ...data } })
    return true
  } catch (error) {
    if (failureOf(error) === 'duplicate') return false
    throw error
  }
}

/** Takes away every document that fits, and says how many there were. */
export async function removeWhere(name: CollectionName, where: object): Promise<number> {
  return (await db.collection(name).where(where).remove()).stats.removed
}

/** Changes fields of every document that fits. */
export async function updateWhere(name: CollectionName, where: object, data: object): Promise<number> {
  return (await db.collection(name).where(where).update({ data })).stats.updated
}

/**
 * Sums a collection up in one call. `unwind`: the list whose entries are counted one by one; `by`: what makes a group, fields or expressions; `sums`:
 * fields or constants to add up. At most `limit` groups: the first of an order of theirs, where one is given.
 */
export async function sumUp(
  name: CollectionName,
  {
    where,
    unwind,
    by,
    sums,
    orderBy,
    limit,
  }: {
    where: object
    unwind?: string
    by: Record<string, unknown> | null
    sums: Record<string, unknown>
    orderBy?: Record<string, 1 | -1>
    limit: number
  },
): Promise<Record<string, unknown>[]> {
  let pipeline = db.collection(name).aggregate().match(where)
  if (unwind !== undefined) pipeline = pipeline.unwind(unwind)
  const totals = Object.fromEntries(Object.entries(sums).map(([field, what]) => [field, { $sum: what }]))
  pipeline = pipeline.group({ _id: by, ...totals })
  if (orderBy !== undefined) pipeline = pipeline.sort(orderBy)
  return (await pipeline.limit(limit).end()).list
}

/** The environment of this deployment, as file ids name it. */
export const ownEnvironment = (): string => cloud.getWXContext().ENV ?? ''

/** Puts a file into the cloud's storage, in place of what was there, and says what it is called from now on. */
export async function storeFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  return (await cloud.uploadFile({ cloudPath, fileContent })).fileID
}

/** Links to files, good for so many seconds; null for a file that is not there. In the order of the ids. */
export async function linksTo(fileIds: readonly string[], seconds: number): Promise<(string | null)[]> {
  if (fileIds.length === 0) return []
  const wanted = fileIds.map((fileID) => ({ fileID, maxAge: seconds }))
  const { fileList } = await cloud.getTempFileURL({ fileList: wanted })
  return fileIds.map((id) => {
    const found = fileList.find(({ fileID }) => fileID === id)
    return found?.status === 0 && found.tempFileURL ? found.tempFileURL : null
  })
}

/** Takes files away; one that is not there is none the less gone. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  for (let from = 0; from < fileIds.length; from += MOST_FILES)
    await removePage(fileIds.slice(from, from + MOST_FILES))
}

/**
 * Takes the file at a path away. Only whoever writes a file learns what it is called: it is written over with nothing, and then
 * removed.
 */
export async function removeFileAt(cloudPath: string): Promise<void> {
  await removeFiles([await storeFile(cloudPath, Buffer.alloc(1))])
}

/** What CloudBase answers for a file that is not there. */
const NOT_THERE = -503003

async function removePage(fileIds: readonly string[]): Promise<void> {
  const { fileList } = await cloud.deleteFile({ fileList: [...fileIds] })
  const kept = fileList.filter(({ status }) => status !== 0 && status !== NOT_THERE)
  if (kept.length > 0) throw new Error(`${kept.length} files were not removed, status ${kept[0]?.status}`)
}

/** What WeChat's content check says of a text that others will read. Scene 2: comments. */
export async function judgeText(openid: string, content: string): Promise<'pass' | 'review' | 'risky'> {
  const { result } = await cloud.openapi.security.msgSecCheck({ openid, scene: 2, version: 2, content })
  return result?.suggest === 'risky' || result?.suggest === 'review' ? result.suggest : 'pass'
}

/**
 * Asks WeChat to look at a photo, sent by somebody who was here within two hours. Scene 1: what people say of themselves.
 * @param link https, to be opened by WeChat within half an hour
 * @returns the number under which its answer comes later; null where it gave none
 */
export async function judgePhoto(openid: string, link: string): Promise<string | null> {
  const photo = { openid, scene: 1, version: 2, mediaType: 2, mediaUrl: link }
  return (await cloud.openapi.security.mediaCheckAsync(photo)).traceId ?? null
}

/** The telephone number behind a code from WeChat's button; null when WeChat knows none. */
export async function phoneBehind(code: string): Promise<string | null> {
  return (await cloud.openapi.phonenumber.getPhoneNumber({ code })).phoneInfo?.purePhoneNumber ?? null
}

/** Sends one subscribe message. */
export async function sendMessage(message: SubscribeMessage): Promise<void> {
  await cloud.openapi.subscribeMessage.send(message)
}

function pickConditions(
  from: Command,
): Pick<
  Command,
  | 'in'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'neq'
  | 'exists'
  | 'or'
  | 'elemMatch'
  | 'inc'
  | 'set'
  | 'remove'
  | 'push'
  | 'addToSet'
  | 'pull'
> {
  return {
    in: (values) => from.in(values),
    gt: (value) => from.gt(value),
    gte: (value) => from.gte(value),
    lt: (value) => from.lt(value),
    neq: (value) => from.neq(value),
    exists: (isThere) => from.exists(isThere),
    or: (conditions) => from.or(conditions),
    elemMatch: (condition) => from.elemMatch(condition),
    inc: (by) => from.inc(by),
    set: (value) => from.set(value),
    remove: () => from.remove(),
    push: (change) => from.push(change),
    addToSet: (value) => from.addToSet(value),
    pull: (condition) => from.pull(condition),
  }
}

function asTx(transaction: Transaction): Tx {
  const read = new Map<string, object>()
  return {
    async find<N extends CollectionName>(name: N, id: string) {
      const { data } = await transaction.collection(name).doc(id).get()
      if (data) read.set(`${name}/${id}`, withoutId(data))
      return asRecord<N>(data)
    },
    async put(name, { id, ...data }) {
      const before = read.get(`${name}/${id}`)
      await transaction
        .collection(name)
        .doc(id)
        .set({ data: asGuard(data, before) })
    },
    async add(name, { id, ...data }) {
      await transaction.collection(name).add({ data: { _id: id, ...data } })
    },
    async remove(name, id) {
      await transaction.collection(name).doc(id).remove()
    },
  }
}

const asRecord = <N extends CollectionName>(document: StoredDocument | null): Documents[N] | null =>
  document ? toRecord<N>(document) : null

const withoutId = ({ _id, ...data }: StoredDocument): object => data

function toRecord<N extends CollectionName>({ _id, ...rest }: StoredDocument): Documents[N] {
  return { ...rest, id: _id } as unknown as Documents[N] // what was put under this name is what comes back
}
