import type { people } from '#types/people'
import { littleUntil } from '../_domain/meals/unseen'
import { meOf } from '../_domain/people/me'
import type { Handler } from '../_shell/context'
import { unseenTerms } from '../_shell/policies'
import { personOf } from '../_shell/secrets'
import { ownAsks } from './own-asks'
import { ownNews } from './own-news'

export const me: Handler<typeof people.me> = async (ctx) =>
  meOf(ctx.account, ctx.now, {
    person: personOf(ctx.callerId()),
    littleUntil: littleUntil(ctx.now, unseenTerms),
    asking: await ownAsks(ctx.account),
    notices: await ownNews(ctx.account, ctx.now),
  })
