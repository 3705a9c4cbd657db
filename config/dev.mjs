/** `npm run dev`: serves like `npm start` and rebuilds on every change. */
import './node-version.mjs'

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const { install } = await import('./install.mjs')
    const { serveAndRebuild } = await import('./rebuilding.mjs')
    await install()
    serveAndRebuild(process.argv.slice(2))
  }),
)
