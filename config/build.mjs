/** Builds parts of the project, each only if something changed: node config/build.mjs <weapp|h5|cloud|emulator> … */
import './node-version.mjs'

void import('./steps.mjs').then(({ launch, LaunchFailure }) =>
  launch(async () => {
    const { install } = await import('./install.mjs')
    const { build, targetNames } = await import('./targets.mjs')
    const names = process.argv.slice(2)
    if (names.length === 0 || names.some((name) => !targetNames.includes(name))) {
      throw new LaunchFailure(`用法：node config/build.mjs <${targetNames.join('|')}> …`)
    }
    await install()
    for (const name of names) await build(name)
  }),
)
