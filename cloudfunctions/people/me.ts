import type { people } from '#types/people'
import { meOf } from '../_domain/people/me'
import type { Handler } from '../_shell/context'
import { personOf } from '../_shell/secrets'

export const me: Handler<typeof people.me> = async (ctx) =>
  meOf(ctx.account, ctx.now, personOf(ctx.callerId()))
