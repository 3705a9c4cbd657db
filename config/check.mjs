/** `npm run check`: types, lint and format, and the rules of the whole tree (`tests/checks/`). */
import './node-version.mjs'

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const { install } = await import('./install.mjs')
    const { checkSources, checkTree } = await import('./checks.mjs')
    await install()
    const results = [await checkSources(), await checkTree()]
    return results.every(Boolean) ? 0 : 1
  }),
)
