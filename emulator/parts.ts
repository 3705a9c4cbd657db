/**
 * The seams between the emulator's parts: storage, engine, wire, runner and the server that joins them.
 * Every part is replaceable by anything that keeps these shapes.
 */

/** One index of a collection as `cloudfunctions/collections.json` states it: field and direction, in order. */
export interface IndexSpec {
  name: string
  keys: [field: string, direction: 1 | -1 | '2dsphere'][]
  unique?: boolean
}

/** A collection that exists from the start, its indexes, and for how many days a document is kept (none: for good). */
export interface CollectionSpec {
  indexes: IndexSpec[]
  retainDays?: number
}

/** Collection name → what it is. */
export type Collections = Record<string, CollectionSpec>

/** One change of one document: `doc` is its EJSON text, or null when it is gone. `id` is the key text, not the raw _id. */
interface StoredChange {
  collection: string
  id: string
  doc: string | null
}

/**
 * Durable memory. `apply` resolves when the whole batch is safe on disk, all of it or none of it.
 * A collection is created by a change-free call of `createCollection`.
 */
export interface Store {
  load(): Iterable<{ collection: string; id: string; doc: string }>
  collections(): Iterable<string>
  createCollection(name: string): Promise<void>
  apply(changes: StoredChange[]): Promise<void>
  /** The files of cloud storage, kept beside the documents. */
  files: FileStore
  /** Forgets everything, files too. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** What is known of a stored file. */
export interface FileRecord {
  path: string
  /** In bytes. */
  size: number
  /** The content type that its bytes and its name suggest. */
  type: string
  /** The openid of whoever wrote the content; null is the administrator: a function. */
  creator: string | null
}

/** Durable memory for files. What was answered for is safe on disk, and record and content change together. */
export interface FileStore {
  records(): FileRecord[]
  record(path: string): FileRecord | undefined
  content(path: string): Buffer | undefined
  /**
   * Writes a file, or the new content of one that `mayReplace` gives way; false when it does not. Nobody else's write
   * falls between that question and the writing.
   */
  write(record: FileRecord, content: Buffer, mayReplace: (existing: FileRecord) => boolean): Promise<boolean>
  /** False when there was none. */
  remove(path: string): Promise<boolean>
}

/** The clock of the whole emulator: real time plus an offset that tests and the control address move. */
export interface Clock {
  now(): Date
  /** Milliseconds added to the real time. */
  offset(): number
  /** Makes `now()` answer this instant from here on, still running. */
  set(to: Date): void
  /** Makes `now()` answer the real time and this many milliseconds more; 0 is the real time itself. */
  shift(by: number): void
  onChange(listener: (offset: number) => void): void
}

/** On whose behalf a function runs. No openid: not signed in. */
export interface Caller {
  openid?: string
  /** `wx_client`, `wx_devtools`, `wx_trigger` … as in WXContext.SOURCE. */
  source: string
}

/** A request to the gateway that an instance sends over its line. */
export interface LineRequest {
  id: number
  contentType: string
  body: string | Uint8Array
  /** The requests that were sent before this one and for whose answers the instance still waits. */
  unheard: number[]
}

/** What goes back. `keptBack`: nothing ever does; `brokenOff`: the connection ends without an answer. */
export type Reply =
  | { status: number; contentType: string; body: string | Uint8Array }
  | 'keptBack'
  | 'brokenOff'

/** The way of one instance to the gateway that needs no socket. */
export type Line = (request: LineRequest) => Promise<Reply>

/** The gateway as an instance reaches it: what its SDK sends to the address goes over the line. */
export interface Lines {
  address(): string
  open(): Line
}

/** Runs cloud functions. Rejects with a FunctionFailure when the function threw, timed out or is unknown. */
export interface Runner {
  has(name: string): boolean
  invoke(name: string, event: unknown, caller: Caller): Promise<unknown>
  /** How many instances of each function are loaded, by its name; absent where functions have none of their own. */
  instances?(): Record<string, number>
  close(): Promise<void>
}

/** A timer of a function, as its config.json states it. */
export interface Trigger {
  functionName: string
  name: string
  /** Seven fields, second to year, in UTC+8. */
  config: string
}

/** A subscribe message that the product asked WeChat to send. */
export interface OutboxMessage {
  at: string
  touser: string
  templateId: string
  page?: string
  data: Record<string, { value: string }>
}

/** A fault to inject into calls of the wire: the n-th call (1-based, counted from when it was set) that matches fails so. */
export interface Fault {
  /** `reset`: the connection breaks off without an answer. `crash`: so it does, and the emulator ends as by SIGKILL. */
  kind: 'conflict' | 'timeout' | 'http500' | 'reset' | 'crash'
  /** Only calls of this action, for example `database.commitTransaction`; any database call when absent. */
  action?: string
  /** Which matching call fails; 1 when absent. */
  nth?: number
  /** How many in a row fail; 1 when absent. */
  times?: number
  /**
   * `after`: the call is carried out and only its answer is lost. `midway`: so it is, but of many documents that it writes outside a
   * transaction only the first half is. `before` when absent.
   */
  when?: 'before' | 'midway' | 'after'
}

/** What the gateway saw, for counting calls and for replaying schedules. */
export interface WireCall {
  action: string
  collection?: string
  /** The invocation's token (`wxCloudApiToken`), so that calls of one invocation can be told apart. */
  token?: string
  transactionId?: string
}

/**
 * Stands before every wire call. A test may hold the promise to decide the order in which calls run;
 * absent, calls run as they come.
 */
export type Gate = (call: WireCall) => Promise<void>
