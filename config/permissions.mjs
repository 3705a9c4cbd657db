/** `npm run permissions`: writes docs/permissions.md, who may do what, from the contracts. */
import './node-version.mjs'

void import('./steps.mjs').then(({ launch, ROOT }) =>
  launch(async () => {
    const { install } = await import('./install.mjs')
    await install()
    const { buildSync } = await import('esbuild')
    const { writeFileSync } = await import('node:fs')
    const { join } = await import('node:path')
    const made = join(ROOT, '.cache/permission-table.cjs')
    const entryPoints = [join(ROOT, 'config/permission-table.ts')]
    buildSync({ entryPoints, outfile: made, bundle: true, platform: 'node', format: 'cjs' })
    const { permissionTable } = (await import(made)).default
    writeFileSync(join(ROOT, 'docs/permissions.md'), permissionTable())
  }),
)
