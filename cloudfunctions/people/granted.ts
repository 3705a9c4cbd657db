import type { people } from '#types/people'
import { command, updateWhere } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { templates } from '../_shell/templates'

/** Keys of so many calls are remembered: a repeated one comes soon. */
const REMEMBERED = 10

export const granted: Handler<typeof people.granted> = async (ctx, { about, key }) => {
  const counted = about.flatMap((name) => templates[name] ?? []).filter(({ isLong }) => !isLong)
  if (counted.length === 0) return {}
  const more = counted.map(({ id }) => [id, command.inc(1)]) // a template that several share is counted once
  await updateWhere(
    'accounts',
    { _id: ctx.callerId(), grantKeys: command.neq(key) },
    { grants: Object.fromEntries(more), grantKeys: command.push({ each: [key], slice: -REMEMBERED }) },
  )
  return {}
}
