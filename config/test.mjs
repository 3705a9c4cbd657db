/** `npm test`: installs, checks, builds everything and runs every test. `npm test -- <jest options>` narrows the last phase. */
import './node-version.mjs'

const help = `npm test：装好，检查类型和写法，编译两个应用和云函数，运行全部测试；最后一行是总数。
写在 npm test -- 后面的交给 jest，只缩小最后一步：
  npm test -- tests/cloud/meals      只运行这个文件夹
  npm test -- -t 'last seat'         只运行名称里有这些字的
  npm test -- --help                 只看这些说明`

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    if (process.argv.includes('--help')) {
      console.log(help)
      return
    }
    const { install } = await import('./install.mjs')
    const { checkSources } = await import('./checks.mjs')
    const { build } = await import('./targets.mjs')
    const { runJest } = await import('./jest.mjs')
    await install()
    const buildAll = async () => {
      for (const name of ['cloud', 'emulator', 'weapp', 'h5']) await build(name)
    }
    // A build and the compiler each keep one processor busy.
    const [isClean] = await Promise.all([checkSources(), buildAll()])
    const { code, totals } = await runJest(process.argv.slice(2))
    if (!isClean) console.log('类型或写法的检查没有通过，见上文。')
    console.log(totals)
    return isClean ? code : 1
  }),
)
