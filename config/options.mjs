import { parseArgs } from 'node:util'
import { LaunchFailure } from './steps.mjs'

/** Says at once that an option is not known, before minutes are spent on installing and building. The help is the list of them. */
export function requireKnown(args, help) {
  try {
    parseArgs({ args, options: optionsIn(help) })
  } catch {
    throw new LaunchFailure(`看不懂的选项：${args.join(' ')}\n${help}`)
  }
}

/** `--port N` takes a value, `--memory` does not. */
function optionsIn(help) {
  const lines = [...help.matchAll(/^ {2}--([a-z-]+)( \S)?/gm)]
  return Object.fromEntries(lines.map(([, name, value]) => [name, { type: value ? 'string' : 'boolean' }]))
}
