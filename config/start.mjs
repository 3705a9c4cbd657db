/** `npm start`: installs and builds what is missing, then serves the local cloud, the app and the street in this process. */
import './node-version.mjs'

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const args = process.argv.slice(2)
    const isBuilding = !args.includes('--no-build')
    const { install } = await import('./install.mjs')
    const { build } = await import('./targets.mjs')
    await install()
    if (isBuilding) for (const name of ['h5', 'cloud', 'emulator']) await build(name)

    process.argv = [...process.argv.slice(0, 2), ...args.filter((arg) => arg !== '--no-build')]
    await import('../dist/emulator/main.js')
  }),
)
