/** `npm test`: installs, checks, builds everything and runs every test. `npm test -- <jest options>` narrows the last phase. */
import './node-version.mjs'

import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const { install } = await import('./install.mjs')
    const { checkSources } = await import('./checks.mjs')
    const { build } = await import('./targets.mjs')
    const { runJest } = await import('./jest.mjs')
    await install()
    await checkSources()
    for (const name of ['cloud', 'emulator', 'weapp', 'h5']) await build(name)
    return runJest(process.argv.slice(2))
  }),
)
