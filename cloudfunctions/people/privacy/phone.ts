import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { phoneBehind } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { tried } from '../tried'

export const phone: Handler<typeof people.phone> = async (ctx, { code }) => {
  await tried(ctx)
  const found = await phoneBehind(code).catch(() => null) // expired, used, or the quota is gone: typing works all the same
  if (found === null) throw new AppError('PHONE_CODE_REFUSED')
  return { phone: found }
}
