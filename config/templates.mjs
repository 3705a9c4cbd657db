/** What the phone's build is told of the subscribe messages' templates. */
import { join } from 'node:path'
import { LaunchFailure, ROOT } from './steps.mjs'

const SOURCES = `
  export { templateNames, templatesOf } from './types/templates'
  export { templateVariables } from './emulator/template-variables'
`

/**
 * `{ id, isLong }` by what a template is about, or null, as JSON. A preview asks for the desk's templates where it is given no others.
 * Taro reads no TypeScript outside config/, so it is told the result.
 */
export async function templatesFor(target) {
  const { templateNames, templatesOf, templateVariables } = await load()
  const templates = readTemplates(templatesOf, target === 'h5' ? templateVariables(process.env) : process.env)
  const known = templateNames.map((name) => {
    const template = templates[name]
    return [name, template && { id: template.id, isLong: template.isLong }]
  })
  return JSON.stringify(Object.fromEntries(known))
}

function readTemplates(templatesOf, variables) {
  try {
    return templatesOf(variables)
  } catch (error) {
    throw new LaunchFailure(error.message)
  }
}

async function load() {
  const { buildSync } = await import('esbuild')
  const made = join(ROOT, '.cache/templates.cjs')
  const stdin = { contents: SOURCES, resolveDir: ROOT }
  buildSync({ stdin, outfile: made, bundle: true, platform: 'node', format: 'cjs' })
  return (await import(made)).default
}
