import { type ChildProcess, spawn } from 'node:child_process'
import { MAIN_FILE } from '../built-functions'

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface Program {
  child: ChildProcess
  url: string
  ended: Promise<Ended>
}

/** Runs the built emulator as a process of its own, to its end. */
export function runProgram(args: string[], variables: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return spawnProgram(args, variables).ended
}

/**
 * Starts the built emulator as a process of its own, in which nobody has lived yet, and waits until it says that it is ready.
 * `variables`: beside this process's own; undefined removes one.
 */
export const startProgram = (args: string[], variables: NodeJS.ProcessEnv = {}): Promise<Program> =>
  startLivedIn(['--empty', ...args], variables)

/** The same, where people have lived. */
export async function startLivedIn(args: string[], variables: NodeJS.ProcessEnv = {}): Promise<Program> {
  const { child, ended } = spawnProgram(['--port', '0', ...args], variables)
  const url = await new Promise<string>((resolve, reject) => {
    let stdout = ''
    child.stdout?.on('data', (chunk) => {
      stdout += chunk
      const ready = /^ready (http:\S+)\n/m.exec(stdout)
      if (ready?.[1]) resolve(ready[1])
    })
    void ended.then(({ stderr }) => reject(new Error(`the emulator ended: ${stderr}`)))
  })
  return { child, url, ended }
}

function spawnProgram(args: string[], variables: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [MAIN_FILE, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...variables },
  })
  const ended = new Promise<Ended>((resolve) => {
    const text = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk) => {
        text[name] += chunk
      })
    }
    child.on('close', (code) => resolve({ code, ...text }))
  })
  return { child, ended }
}
