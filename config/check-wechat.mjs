/** `npm run check:wechat`: what WeChat's own builder says of the mini-program. The first time it is installed, 275 MB from npm. */
import './node-version.mjs'

void import('./steps.mjs').then(({ launch, LaunchFailure }) =>
  launch(async () => {
    if (process.argv.length > 2) throw new LaunchFailure('用法：npm run check:wechat')
    const { install } = await import('./install.mjs')
    const { build } = await import('./targets.mjs')
    const { installBuilder, judge } = await import('./wechat-builder.mjs')
    await install()
    await build('weapp')
    await installBuilder()
    const verdicts = await judge()
    for (const { title, faults } of verdicts) {
      console.log(`${faults.length === 0 ? '通过　　' : '没有通过'}  ${title}`)
      for (const fault of faults) console.log(`          ${fault}`)
    }
    return verdicts.every(({ faults }) => faults.length === 0) ? 0 : 1
  }),
)
