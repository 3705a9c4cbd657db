/** `npm run policy -- check|run …`: checks policies and runs their cases (cloudfunctions/_policies/README.md). */
import './node-version.mjs'

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const { install } = await import('./install.mjs')
    const { build } = await import('./targets.mjs')
    await install()
    await build('policy')
    const { main } = await import('../dist/policy/main.js')
    return main(process.argv.slice(2))
  }),
)
