/** `npm run check`: types, lint and format, and the borders between the layers. */
import './node-version.mjs'

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const { install } = await import('./install.mjs')
    const { checkLayers, checkSources } = await import('./checks.mjs')
    await install()
    const results = [await checkSources(), await checkLayers()]
    return results.every(Boolean) ? 0 : 1
  }),
)
