import cloud from 'wx-server-sdk'
import { instanceVariables } from '../../../emulator/runner/environment'
import { buildEmulator, buildFunctions } from '../built-functions'
import { type Program, startProgram } from './program'

/**
 * Builds what the test starts, and ends the last of it. The SDK of this process speaks to the program started last.
 * To be called once, where a test file begins.
 */
export function programWithSdk() {
  let functions = ''
  let program: Program | undefined
  beforeAll(() => {
    buildEmulator()
    functions = buildFunctions()
    Object.assign(process.env, instanceVariables('http://127.0.0.1:1/admin'))
    cloud.init({ env: 'local-1' })
  })
  afterAll(() => program?.child.kill('SIGKILL'))
  return {
    /** The folder of its functions. */
    functions: () => functions,
    start: async (data: string): Promise<Program> => {
      program = await startProgram(['--functions', functions, '--data', data])
      process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${program.url}/admin` })
      return program
    },
  }
}
