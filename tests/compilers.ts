import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const PROGRAMS = join(__dirname, '../node_modules/miniprogram-compiler/bin')
const folders: Partial<Record<NodeJS.Platform, string>> = { darwin: 'mac', linux: 'linux', win32: 'windows' }

/** A compiler of WeChat's, as npm brings it for this system: not executable, where it comes out of a package. */
function program(name: 'wcc' | 'wcsc'): string {
  const folder = folders[process.platform]
  if (!folder) throw new Error(`WeChat has no compiler for ${process.platform}`)
  const file = join(PROGRAMS, folder, folder === 'windows' ? `${name}.exe` : name)
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
  return file
}

interface Compiled {
  output: string
  /** What the compiler says that it refuses, whatever its exit code is. */
  refusals: string[]
}

function compile(name: 'wcc' | 'wcsc', folder: string, args: string[]): Compiled {
  const { stdout, stderr, error } = spawnSync(program(name), args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw error
  const said = [...stderr.split('\n'), ...stdout.split('\n').filter((line) => line.startsWith('ERR'))]
  return { output: stdout, refusals: said.filter((line) => line.trim() !== '') }
}

/**
 * What WeChat's compiler of templates and scripts in them refuses of a folder, and which templates it silently leaves out.
 * Empty when a phone would get all of them.
 */
export function templateFaults(folder: string): string[] {
  const templates = filesOf(folder, '.wxml')
  const scripts = filesOf(folder, '.wxs')
  const all = ['-d', '-cc', '0', ...templates, ...scripts, '-gn', '$gwx']
  const { output, refusals } = compile('wcc', folder, all)
  const [, names = ''] = /var x=\[(.*?)\]/.exec(output) ?? []
  const compiled = names.split(',').map((name) => name.slice(1, -1))
  return [
    ...refusals,
    ...leftOut(templates, (name) => compiled.includes(name)),
    ...templates.flatMap((name) => lostImports(folder, name)),
  ]
}

/** The compiler asks for no template that another imports. */
function lostImports(folder: string, name: string): string[] {
  const imports = readFileSync(join(folder, name), 'utf8').matchAll(/<(?:import|include) src="([^"]+)"/g)
  return [...imports]
    .map(([, target = '']) => target)
    .filter((target) => !existsSync(join(folder, target.startsWith('/') ? '.' : dirname(name), target)))
    .map((target) => `${name} imports ${target}, which is not found`)
}

/** The same of style sheets. */
export function styleFaults(folder: string): string[] {
  const sheets = filesOf(folder, '.wxss')
  const { output, refusals } = compile('wcsc', folder, ['-db', '-pc', String(sheets.length), ...sheets])
  const parts = output.split('=') // a name, its code, a name …: what is in them is escaped
  const hasCode = (name: string) => /^setCssToHead\(\[[^\]]/.test(parts[parts.indexOf(name) + 1] ?? '')
  const written = sheets.filter((name) => readFileSync(join(folder, name), 'utf8').trim() !== '')
  return [...refusals, ...leftOut(written, hasCode)]
}

const leftOut = (names: string[], isCompiled: (name: string) => boolean) =>
  names.filter((name) => !isCompiled(name)).map((name) => `${name} is left out`)

const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending))
    .sort()
