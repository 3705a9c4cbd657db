import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROJECT, temporaryFolder } from '../built-functions'

interface Ended {
  code: number | null
  output: string
}

/** A project of its own with our launchers and one cloud function, sharing the installed dependencies. */
const aProject = () => {
  const root = temporaryFolder()
  const desk = ['emulator/template-variables.ts', 'emulator/demo/templates.json']
  const settings = ['package.json', 'package-lock.json', '.npmrc', 'tsconfig.json']
  for (const name of ['config', 'types', ...settings, ...desk]) {
    cpSync(join(PROJECT, name), join(root, name), { recursive: true })
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'))
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  write('cloudfunctions/hello/index.ts', source('您好'))
  write('cloudfunctions/_shell/words.ts', "export const mark = '！'")
  return {
    root,
    write,
    has: (name: string) => existsSync(join(root, name)),
    build: (...names: string[]) => run(root, names),
    buildWith: (env: NodeJS.ProcessEnv, name: string) => run(root, [name], undefined, undefined, env),
  }
}

const source = (words: string) =>
  `import cloud from 'wx-server-sdk'\nimport { mark } from '../_shell/words'\nexport const main = () => [typeof cloud.init, '${words}' + mark]`

function run(
  root: string,
  args: string[],
  script = 'config/build.mjs',
  flags: string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [...flags, script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  return new Promise((resolve) => {
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => resolve({ code, output }))
  })
}

describe('building', () => {
  it('bundles each function whole, with the SDK inside, in a folder ready for upload', async () => {
    const { root, write, build } = aProject()
    write('cloudfunctions/hello/config.json', '{"timeout":20}')
    expect(await build('cloud')).toEqual({
      code: 0,
      output: expect.stringMatching(/^构建云函数 … \d+\.\d 秒\n$/),
    })

    const elsewhere = temporaryFolder()
    cpSync(join(root, 'dist/cloudfunctions/hello'), elsewhere, { recursive: true })
    const call = 'console.log(JSON.stringify(require("./index.js").main()))'
    expect(execFileSync(process.execPath, ['-e', call], { cwd: elsewhere, encoding: 'utf8' })).toBe(
      '["function","您好！"]\n',
    )
    expect(JSON.parse(readFileSync(join(elsewhere, 'config.json'), 'utf8'))).toEqual({ timeout: 20 })
    expect(JSON.parse(readFileSync(join(elsewhere, 'package.json'), 'utf8'))).toEqual({
      name: 'hello',
      version: '1.0.0',
      private: true,
      main: 'index.js',
    })
    expect(existsSync(join(root, 'dist/cloudfunctions/_shell'))).toBe(false)
  })

  it('keeps the dictionary of readings in a file that only a function which needs it has, and loads only then', async () => {
    const { root, write, has, build } = aProject()
    write('cloudfunctions/_shell/read.ts', "export { pinyin } from 'pinyin-pro'")
    const lazy =
      "export const main = async () => (await import('../_shell/read')).pinyin('单', { surname: 'head' })"
    write('cloudfunctions/lazy/index.ts', lazy)
    expect(await build('cloud')).toMatchObject({ code: 0 })
    expect(has('dist/cloudfunctions/hello/pinyin-pro.js')).toBe(false)

    const elsewhere = temporaryFolder()
    cpSync(join(root, 'dist/cloudfunctions/lazy'), elsewhere, { recursive: true })
    expect(readFileSync(join(elsewhere, 'index.js')).length).toBeLessThan(10_000)
    const call =
      'const l = () => Object.keys(require.cache).length; const { main } = require("./index.js"); const before = l(); main().then((read) => console.log(before, read, l()))'
    expect(execFileSync(process.execPath, ['-e', call], { cwd: elsewhere, encoding: 'utf8' })).toBe(
      '1 shàn 2\n',
    )
  })

  it('builds again when an input changed or the product is gone, and not otherwise', async () => {
    const { root, write, has, build } = aProject()
    const built = { code: 0, output: expect.stringContaining('构建云函数') }
    const nothing = { code: 0, output: '' }
    expect(await build('cloud')).toEqual(built)
    expect(await build('cloud')).toEqual(nothing)

    write('cloudfunctions/_shell/words.ts', "export const mark = '。'")
    expect(await build('cloud')).toEqual(built)
    write('cloudfunctions/more/index.ts', source('再见'))
    expect(await build('cloud')).toEqual(built)
    expect(has('dist/cloudfunctions/more/index.js')).toBe(true)

    rmSync(join(root, 'cloudfunctions/more'), { recursive: true })
    expect(await build('cloud')).toEqual(built)
    expect(has('dist/cloudfunctions/more')).toBe(false)

    rmSync(join(root, 'dist/cloudfunctions'), { recursive: true })
    expect(await build('cloud')).toEqual(built)
    expect(await build('cloud')).toEqual(nothing)
  })

  it('shows where the source is broken and builds when it is mended', async () => {
    const { write, build } = aProject()
    write('cloudfunctions/hello/index.ts', 'export const main = (')
    const { code, output } = await build('cloud')
    expect(code).toBe(1)
    expect(output).toContain('cloudfunctions/hello/index.ts:1:21')
    expect(output).not.toMatch(/\bat .*node_modules/)

    write('cloudfunctions/hello/index.ts', source('好了'))
    expect((await build('cloud')).code).toBe(0)
  })

  it.each(['weapp', 'h5'])('refuses for %s templates that no message could be sent by', async (target) => {
    const { code, output } = await aProject().buildWith({ TEMPLATE_VISIT: 'a:what=number1' }, target)
    expect(code).toBe(1)
    expect(output).toContain('\nTEMPLATE_VISIT 不能用：what 只能放在 thing 里，不能放在 number1 里。')
    expect(output).not.toMatch(/\bat .+:\d+:\d+/)
  })

  it('lets one of two processes build and the other find it built', async () => {
    const { build } = aProject()
    const outputs = (await Promise.all([build('cloud'), build('cloud')])).map(({ output }) => output)
    expect(outputs.filter((output) => /\d 秒$/m.test(output))).toHaveLength(1)
  })

  it('takes over the lock of a process that was killed', async () => {
    const { write, build } = aProject()
    const gone = spawn(process.execPath, ['-e', ''])
    await new Promise((ended) => gone.once('exit', ended))
    write('.cache/build.lock', String(gone.pid))
    expect((await build('cloud')).code).toBe(0)
  })

  it.each([[[]], [['clouds']]])('explains itself when asked for %j', async (names) => {
    expect(await run(PROJECT, names)).toEqual({ code: 1, output: expect.stringMatching(/^用法：.+\n$/) })
  })
})

describe('installing', () => {
  it('runs npm ci when the dependencies are missing or not those of the lock', async () => {
    const root = temporaryFolder()
    cpSync(join(PROJECT, 'config'), join(root, 'config'), { recursive: true })
    writeFileSync(
      join(root, 'install.mjs'),
      "import('./config/install.mjs').then(({ install }) => install())",
    )
    const packages = (version: string) => {
      const project = { name: 'empty', version }
      writeFileSync(join(root, 'package.json'), JSON.stringify(project))
      const lock = { ...project, lockfileVersion: 3, requires: true, packages: { '': project } }
      writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock))
    }
    const install = async () => (await run(root, [], 'install.mjs')).output.includes('安装依赖')

    packages('1.0.0')
    expect([await install(), await install()]).toEqual([true, false])
    packages('1.0.1')
    expect([await install(), await install()]).toEqual([true, false])
    rmSync(join(root, 'node_modules'), { recursive: true })
    expect(await install()).toBe(true)
  })
})

describe('npm start and npm test', () => {
  const aBareProject = () => {
    const project = aProject()
    rmSync(join(project.root, 'node_modules')) // the link
    return project
  }

  it.each([
    ['start', ['--port', '--data', '--memory', '--empty', '--latency', '--instances', '--no-build']],
    ['test', ['tests/cloud/meals']],
  ])(
    'says at once what there is, and installs and builds nothing: npm %s -- --help',
    async (name, options) => {
      const { root, has } = aBareProject()
      const { code, output } = await run(root, ['--help'], `config/${name}.mjs`)
      expect(code).toBe(0)
      for (const option of options) expect(output).toContain(option)
      expect([has('node_modules'), has('dist')]).toEqual([false, false])
    },
  )

  it.each([[['--prot', '9000']], [['9000']], [['--port']], [['--memory=yes']]])(
    'says before it installs that it does not understand %j, and what there is',
    async (args) => {
      const { root, has } = aBareProject()
      const { code, output } = await run(root, args, 'config/start.mjs')
      expect([code, has('node_modules'), has('dist')]).toEqual([1, false, false])
      expect(output).toMatch(/^看不懂的选项：.+\nnpm start：/)
      expect(output).toContain('--no-build')
    },
  )

  it('says that nothing was built yet, where it is not to build', async () => {
    const { root } = aBareProject()
    expect(await run(root, ['--no-build'], 'config/start.mjs')).toEqual({
      code: 1,
      output: expect.stringMatching(/^还没有编译过.*dist\/emulator\/main\.js.*不要加 --no-build。\n$/),
    })
  })
})

describe('an old Node', () => {
  it.each(['start', 'test', 'build', 'check', 'dev'])('gets one sentence from %s', async (name) => {
    const asOld = 'Object.defineProperty(process, "versions", { value: { node: "18.20.0" } })'
    const flags = ['--import', `data:text/javascript,${encodeURIComponent(asOld)}`]
    expect(await run(PROJECT, [], `config/${name}.mjs`, flags)).toEqual({
      code: 1,
      output: expect.stringMatching(/^银龄驿需要 Node\.js 20 .*18\.20\.0.*\n$/),
    })
  })
})
