import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartFailure } from './start-failure'

/** The district of which demo/life/ tells; of any other nobody has done anything yet. */
export const demoIn = (project: string): string => join(project, 'emulator/demo')

const optionsIn = (project: string) =>
  ({
    port: { type: 'string', default: '8787' },
    data: { type: 'string', default: join(project, '.data') },
    memory: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    district: { type: 'string', default: demoIn(project) },
    functions: { type: 'string', default: join(project, 'dist/cloudfunctions') },
    latency: { type: 'string', default: '0' },
    instances: { type: 'string' },
    sockets: { type: 'boolean', default: false },
  }) as const

/** What may be said: a port, milliseconds below those for which the functions wait for an answer, as many instances as the platform has. */
const BOUNDS = { port: [0, 65535], latency: [0, 2000], instances: [1, 1000] } as const

/**
 * What the program was started with, and what it takes where nothing is said.
 * @param project the folder of the whole project
 * @throws StartFailure for an option that there is not, and for a value that it cannot have
 */
export function readOptions(args: string[], project: string) {
  const values = parse(args, project)
  const { port, latency, instances } = values
  if (values.data.trim() === '') throw new StartFailure('--data 后面要写一个目录，比如 --data .data。')
  return {
    ...values,
    port: wholeNumber('port', port),
    latency: wholeNumber('latency', latency),
    instances: instances === undefined ? undefined : wholeNumber('instances', instances),
    district: resolve(process.env.INIT_CWD ?? process.cwd(), values.district),
  }
}

function wholeNumber(name: keyof typeof BOUNDS, said: string): number {
  const [least, most] = BOUNDS[name]
  const number = Number(said)
  if (/^\d+$/.test(said) && least <= number && number <= most) return number
  throw new StartFailure(`--${name} 要一个 ${least} 到 ${most} 的整数，得到的是“${said}”。`)
}

function parse(args: string[], project: string) {
  try {
    return parseArgs({ args, options: optionsIn(project) }).values
  } catch (error) {
    throw new StartFailure(
      `无法识别的选项：${args.join(' ')}。可用：--port N、--data 目录、--memory、--empty、--district 目录、--latency 毫秒、--instances N、--sockets。`,
      { cause: error },
    )
  }
}
