/** `npm test`: installs, checks, builds everything and runs every test. `npm test -- <jest options>` narrows the last phase. */
import './node-version.mjs'

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
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
