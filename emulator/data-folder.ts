import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartFailure } from './start-failure'

/** A data folder that this process alone uses until `release`. */
interface DataFolder {
  path: string
  release(): void
}

// A process that was just stopped or killed takes a moment to go.
const PATIENCE_MS = 2000

/**
 * Takes a data folder for this process, making it when it is missing. A lock left by a process that is gone (killed, machine
 * restarted) is taken over.
 * @param district the id of the district that is to live in it
 * @throws StartFailure when another process uses the folder, another district lives in it, or nothing can be written there
 */
export async function takeDataFolder(folder: string, district: string): Promise<DataFolder> {
  const path = resolve(folder)
  const lock = join(path, 'in-use.json')
  prepare(path)
  for (const deadline = Date.now() + PATIENCE_MS; !takeLock(lock); await wait(100)) {
    const holder = readHolder(lock)
    if (!holder || !isRunning(holder)) rmSync(lock, { force: true })
    else if (Date.now() > deadline) {
      throw new StartFailure(
        `数据目录 ${path} 正被另一个进程（进程号 ${holder.pid}）使用，请先停止它，或用 --data 另选目录。`,
      )
    }
  }
  try {
    requireFormat(path, district)
  } catch (error) {
    rmSync(lock, { force: true })
    throw error
  }
  return { path, release: () => rmSync(lock, { force: true }) }
}

/** What the records of the demo district look like. It grows when functions ask more of stored records than before. */
const FORMAT = 6

/** What lies in a folder that an emulator filled. */
const OWN = ['format.json', 'data.mdb', 'lock.mdb', 'in-use.json']

/**
 * Records are never changed by a later start, so a folder that was filled for other functions would only make them fail. Only a folder
 * that holds nothing of anybody else's may be thrown away.
 */
function requireFormat(path: string, district: string): void {
  const file = join(path, 'format.json')
  const files = readdirSync(path).filter((name) => name !== 'in-use.json')
  if (files.length === 0) writeFileSync(file, JSON.stringify({ format: FORMAT, district }))
  else if (!existsSync(file) || files.some((name) => !OWN.includes(name))) {
    throw new StartFailure(`数据目录 ${path} 里有别的文件，不全是试用数据。请用 --data 另选一个空的目录。`)
  }
  const held = formatIn(file)
  if (held.format !== FORMAT) {
    throw new StartFailure(
      `数据目录 ${path} 里是旧版本的试用数据，新的程序读不了。请删掉这个目录再启动（试用数据会重新生成），或用 --data 另选目录。`,
    )
  }
  const lives = held.district ?? FIRST_DISTRICT
  if (lives !== district) {
    throw new StartFailure(
      `数据目录 ${path} 里是另一个区（${lives}）的数据，不能和 ${district} 放在一起。请用 --data 另选一个空的目录。`,
    )
  }
}

/** The district of every folder in which none is named: there was no other. */
const FIRST_DISTRICT = 'gaoxin'

function formatIn(file: string): { format?: unknown; district?: unknown } {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { format?: unknown; district?: unknown } | null) ?? {}
  } catch {
    throw new StartFailure(`${file} 坏了，读不出里面是哪一版的试用数据。请用 --data 另选一个空的目录。`)
  }
}

/** Megabytes that have to fit into the folder: what the demo district takes, and some days of using it. */
const ROOM_MB = 32

/** What the system says where nothing more fits: the disk is full, a quota is used up, a file may not grow. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** Writes as much as is needed and takes it away again: a store on a full disk would end the process without a word. */
function requireRoom(path: string): void {
  const file = join(path, '.silver-station-room')
  try {
    writeFileSync(file, Buffer.alloc(ROOM_MB * 2 ** 20))
  } finally {
    rmSync(file, { force: true })
  }
}

function prepare(path: string): void {
  try {
    makeFolder(path)
    accessSync(path, constants.W_OK)
    requireRoom(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (FULL.includes(code ?? ''))
      throw new StartFailure(
        `数据目录 ${path} 放不下了：磁盘满了，至少要空出 ${ROOM_MB} MB。请腾出地方再启动，或用 --data 另选目录。`,
      )
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? '它或它的上级是一个文件' : code
    throw new StartFailure(`数据目录 ${path} 无法写入（${reason}），请换一个目录或检查权限。`)
  }
}

/** One after the other: where the system makes none at all (`/proc`), Node would try for ever to make all at once. */
function makeFolder(path: string): void {
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) throw Object.assign(new Error(path), { code: 'ENOTDIR' })
    return
  }
  makeFolder(dirname(path))
  mkdirSync(path)
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, JSON.stringify(self()), { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    throw new StartFailure(`${lock} 无法写入（${code}），请换一个数据目录或检查权限。`)
  }
}

interface Holder {
  pid: number
  /** When the process started, as the system counts; absent where that cannot be read. */
  started?: string
}

function self(): Holder {
  return { pid: process.pid, started: startOf(process.pid) }
}

function readHolder(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'))
  } catch {
    return undefined // no lock, or one whose writer died before it was whole
  }
}

/** A number alone does not tell: after a restart the same number may belong to another process. */
function isRunning({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return started === undefined || startOf(pid) === started
}

/** Undefined where there is no /proc, and for a process that has ended but whom nobody has buried yet (state Z). */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}
