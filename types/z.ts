/**
 * The parts of zod in use, named one by one so that bundles carry nothing else, and its small edition: the full one, taken
 * whole, loads in a cold start for longer than all our own code. `import * as z from '#types/z'`.
 */
import { config } from 'zod/mini'

// WeChat hands back a do-nothing function from `new Function`, which zod would take for a compiler.
config({ jitless: true })

export type { infer, input, output, ZodMiniOptional, ZodMiniType } from 'zod/mini'
export {
  _default,
  array,
  boolean,
  enum,
  extend,
  int,
  iso,
  lazy,
  literal,
  maximum,
  maxLength,
  minimum,
  minLength,
  nullable,
  number,
  object,
  omit,
  optional,
  overwrite,
  partial,
  pick,
  prettifyError,
  record,
  refine,
  regex,
  strictObject,
  string,
  trim,
  tuple,
  union,
  unknown,
} from 'zod/mini'
