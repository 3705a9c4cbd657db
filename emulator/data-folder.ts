import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StartFailure } from './start-failure'

/** A data folder that this process alone uses until `release`. */
export interface DataFolder {
  path: string
  release(): void
}

/**
 * Takes a data folder for this process, making it when it is missing. A lock left by a process that is gone (killed, machine
 * restarted) is taken over. Throws a StartFailure when another process uses the folder or nothing can be written there.
 */
export function takeDataFolder(folder: string): DataFolder {
  const path = resolve(folder)
  const lock = join(path, 'in-use.json')
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.W_OK)
    const holder = readHolder(lock)
    if (holder && isRunning(holder)) {
      throw new StartFailure(
        `数据目录 ${path} 正被另一个进程（进程号 ${holder.pid}）使用，请先停止它，或用 --data 另选目录。`,
      )
    }
    rmSync(lock, { force: true })
    writeFileSync(lock, JSON.stringify(self()), { flag: 'wx' })
  } catch (error) {
    if (error instanceof StartFailure) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST')
      throw new StartFailure(`数据目录 ${path} 不能使用：它是一个文件，或正被另一个进程占用。`)
    throw new StartFailure(`数据目录 ${path} 无法写入（${code}），请换一个目录或检查权限。`)
  }
  return { path, release: () => rmSync(lock, { force: true }) }
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

function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
